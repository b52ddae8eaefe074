package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.store.SessionStore;
import dev.tracewright.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir
    @Nullable
    Path folder;

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private Workspace workspace() {
        return new Workspace(folder());
    }

    @Test
    void a_folder_that_is_not_there_has_no_sessions() {
        assertThat(new Workspace(folder().resolve("nowhere")).names()).isEmpty();
    }

    @Test
    void names_are_the_sessions_in_the_folder_in_order() throws IOException {
        for (String file : new String[] {
            "b.tracewright", "a.tracewright", "a.tracewright-wal", "notes.txt", ".example-being-made.tracewright"
        }) {
            Files.createFile(folder().resolve(file));
        }
        assertThat(workspace().names()).containsExactly("a", "b");
    }

    @Test
    void a_name_leads_into_the_folder_and_a_path_where_it_says() {
        assertThat(workspace().file(" gsm8k v1.2 ")).isEqualTo(folder().resolve("gsm8k v1.2.tracewright"));
        Path elsewhere = folder().resolve("deep").resolve("study");
        assertThat(workspace().file(elsewhere.toString())).isEqualTo(folder().resolve("deep/study.tracewright"));
        assertThat(workspace().file("study.tracewright"))
                .isEqualTo(Path.of("study.tracewright").toAbsolutePath());
    }

    @Test
    void an_address_of_postgresql_is_answered_with_a_sentence() {
        for (String address : new String[] {"postgresql://host/db", "postgres://user:secret@host/db"}) {
            assertThatThrownBy(() -> workspace().open(address))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("PostgreSQL are not supported yet")
                    .hasMessageNotContaining("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".", ".hidden", "a:b", "a*", "what?", "a\"b", "<a>", "a|b", "a\u0000b", "a\nb"})
    void a_bad_name_is_refused_with_a_sentence(String name) {
        assertThatThrownBy(() -> workspace().file(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A session")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b"})
    void a_new_name_is_no_path(String name) {
        assertThatThrownBy(() -> Workspace.checkName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a/..", "./."})
    void a_folder_is_no_session(String path) {
        assertThatThrownBy(() -> workspace().file(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void a_name_has_its_longest_length() {
        Workspace.checkName("a".repeat(100));
        assertThatThrownBy(() -> Workspace.checkName("a".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100");
    }

    @Test
    void a_session_is_made_once_and_opened_ever_after() {
        Workspace workspace = workspace();
        assertThat(workspace.exists("study")).isFalse();
        try (SessionStore made = workspace.openOrCreate("study")) {
            made.putSetting("hide", "yes");
        }
        assertThat(workspace.exists("study")).isTrue();
        assertThat(workspace.names()).containsExactly("study");
        try (SessionStore opened = workspace.openOrCreate("study")) {
            assertThat(opened.setting("hide")).contains("yes");
        }
        assertThatThrownBy(() -> workspace.create("study")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> workspace.open("other")).isInstanceOf(StoreException.class);
        assertThat(workspace.exists("other")).isFalse();
    }
}
