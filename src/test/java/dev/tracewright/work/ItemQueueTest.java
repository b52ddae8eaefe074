package dev.tracewright.work;

import static dev.tracewright.work.Samples.RIGHT;
import static dev.tracewright.work.Samples.row;
import static dev.tracewright.work.Samples.unsolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Label;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemQueueTest {
    private static final QueueFilter OPEN = QueueFilter.ALL.withStates(Set.of(QueueFilter.State.OPEN));
    private final ItemQueue queue = new ItemQueue();

    @BeforeEach
    void four_items() {
        queue.load(List.of(row(1, Label.NONE), row(2, RIGHT), unsolved(3), row(4, Label.NONE)));
    }

    private List<Integer> shown() {
        return queue.shown().stream().map(row -> row.problem().number()).toList();
    }

    private int current() {
        ItemRow row = queue.current().get();
        return row == null ? 0 : row.problem().number();
    }

    private static ItemRow labelled(ItemRow row, Label label) {
        return row(row.problem().number(), label);
    }

    @Test
    void loading_goes_to_the_first_item_and_counts() {
        assertThat(current()).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(4);
        assertThat(queue.judgeable()).isEqualTo(3);
        assertThat(queue.decided().get()).isEqualTo(1);
        assertThat(queue.count(QueueFilter.State.OPEN)).isEqualTo(3);
        assertThat(queue.solvers()).containsExactly("llama");
    }

    @Test
    void loading_again_keeps_the_place_where_it_still_exists() {
        queue.select("response-4");
        queue.load(List.of(row(2, RIGHT), row(4, RIGHT)));
        assertThat(current()).isEqualTo(4);
        assertThat(queue.decided().get()).isEqualTo(2);
        queue.load(List.of(row(2, RIGHT)));
        assertThat(current()).isEqualTo(2);
        queue.load(List.of());
        assertThat(current()).isZero();
    }

    @Test
    void what_a_run_brings_comes_beside_what_the_person_does_meanwhile() {
        queue.setFilter(OPEN);
        List<ItemRow> seen = queue.items();
        queue.update("response-1", row -> labelled(row, RIGHT));
        queue.insertAfter("response-4", row(9, Label.NONE));
        queue.bring(
                seen,
                List.of(row(1, Label.NONE), row(2, RIGHT), row(3, Label.NONE), row(4, Label.NONE), row(5, Label.NONE)));
        assertThat(queue.find("response-1").orElseThrow().label()).isEqualTo(RIGHT);
        assertThat(queue.items().stream().map(row -> row.problem().number())).containsExactly(1, 2, 3, 4, 9, 5);
        assertThat(shown()).as("what is shown stays").containsExactly(1, 3, 4, 9, 5);
        assertThat(current()).isEqualTo(1);
    }

    @Test
    void an_item_that_was_just_labelled_stays_until_the_filter_is_set_again() {
        queue.setFilter(OPEN);
        assertThat(shown()).containsExactly(1, 3, 4);
        queue.update("response-1", row -> labelled(row, RIGHT));
        assertThat(shown()).containsExactly(1, 3, 4);
        assertThat(current()).isEqualTo(1);
        assertThat(queue.decided().get()).isEqualTo(2);
        queue.setFilter(OPEN);
        assertThat(shown()).containsExactly(3, 4);
        assertThat(current()).isEqualTo(3);
    }

    @Test
    void a_filter_that_still_shows_the_place_keeps_it() {
        queue.select("response-4");
        queue.setFilter(OPEN);
        assertThat(current()).isEqualTo(4);
    }

    @Test
    void a_filter_that_shows_nothing_leaves_the_item_before_the_person() {
        queue.setFilter(QueueFilter.ALL.withText("nothing has these words"));
        assertThat(shown()).isEmpty();
        assertThat(current()).isEqualTo(1);
        queue.move(1);
        assertThat(current()).isEqualTo(1);
        assertThat(queue.nextOpen()).isEmpty();
    }

    @Test
    void the_next_open_item_is_looked_for_all_the_way_round() {
        assertThat(queue.nextOpen().orElseThrow().problem().number()).isEqualTo(4);
        queue.select("response-4");
        assertThat(queue.nextOpen().orElseThrow().problem().number()).isEqualTo(1);
        queue.update("response-1", row -> labelled(row, RIGHT));
        assertThat(queue.nextOpen()).isEmpty();
    }

    @Test
    void moving_stops_at_both_ends() {
        queue.move(-1);
        assertThat(current()).isEqualTo(1);
        queue.move(2);
        assertThat(current()).isEqualTo(3);
        queue.move(9);
        assertThat(current()).isEqualTo(4);
    }

    @Test
    void selecting_a_hidden_item_shows_it_in_its_place() {
        queue.setFilter(OPEN);
        queue.select("response-2");
        assertThat(shown()).containsExactly(1, 2, 3, 4);
        assertThat(current()).isEqualTo(2);
        queue.select("no such item");
        assertThat(current()).isEqualTo(2);
    }

    @Test
    void an_item_whose_key_changes_keeps_its_place() {
        queue.select("problem:" + unsolved(3).problem().id());
        queue.update("problem:" + unsolved(3).problem().id(), row -> row(3, Label.NONE));
        assertThat(shown()).containsExactly(1, 2, 3, 4);
        assertThat(queue.current().get()).isEqualTo(row(3, Label.NONE));
        assertThat(queue.find("response-3")).contains(row(3, Label.NONE));
        assertThat(queue.find("problem:" + unsolved(3).problem().id())).isEmpty();
        assertThat(queue.judgeable()).isEqualTo(4);
        queue.update("response-3", row -> labelled(row, RIGHT));
        assertThat(queue.decided().get()).isEqualTo(2);
    }

    @Test
    void updating_what_is_gone_does_nothing() {
        queue.update("no such item", row -> row(9, RIGHT));
        assertThat(shown()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_new_item_stands_behind_the_one_it_came_from_and_the_person_goes_along() {
        queue.select("response-2");
        queue.insertAfter("response-2", row(7, Label.NONE));
        assertThat(shown()).containsExactly(1, 2, 7, 3, 4);
        assertThat(current()).isEqualTo(7);
        queue.insertAfter("no such item", row(8, Label.NONE));
        assertThat(shown()).containsExactly(1, 2, 7, 3, 4, 8);
    }

    @Test
    void a_person_who_has_gone_on_stays_where_they_are() {
        queue.select("response-4");
        queue.insertAfter("response-2", row(7, Label.NONE));
        assertThat(shown()).containsExactly(1, 2, 7, 3, 4);
        assertThat(current()).isEqualTo(4);
        queue.setFilter(QueueFilter.ALL.withStates(Set.of(QueueFilter.State.OPEN)));
        queue.insertAfter("response-2", row(8, RIGHT));
        assertThat(shown()).containsExactly(1, 7, 3, 4);
        queue.setFilter(QueueFilter.ALL);
        assertThat(shown()).containsExactly(1, 2, 8, 7, 3, 4);
    }

    @Test
    void matching_looks_at_everything_whatever_is_shown() {
        queue.setFilter(OPEN);
        assertThat(queue.matching(row -> row.label().equals(RIGHT))).containsExactly(row(2, RIGHT));
    }
}
