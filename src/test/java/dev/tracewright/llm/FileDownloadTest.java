package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.PartFile.Writing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDownloadTest extends WithServer {
    private static final CallLimits PATIENCE =
            new CallLimits(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMinutes(1));
    private static final String VERSION = "\"v1\"";

    @TempDir
    private Path folder;

    private final byte[] file = made(300_000);
    private final List<DownloadProgress> told = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private @Nullable Long size = 300_000L;

    private static byte[] made(int length) {
        byte[] bytes = new byte[length];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }

    private Path target() {
        return folder.resolve("datasets").resolve("made-test.jsonl");
    }

    private Path part() {
        return target().resolveSibling("made-test.jsonl.part");
    }

    private FileDownload download(String address, Writing writing) {
        return new FileDownload(
                new FileDownload.Wanted(
                        address,
                        target(),
                        size,
                        HexFormat.of().formatHex(PartFile.sha256().digest(file))),
                PATIENCE,
                writing);
    }

    private boolean run() throws DownloadException {
        return download(server.url("/data/x.jsonl").toString(), FileChannel::write)
                .run(told::add, cancellation);
    }

    private String failure() {
        return String.valueOf(
                catchThrowableOfType(DownloadException.class, this::run).getMessage());
    }

    private static MockResponse.Builder whole(byte[] bytes) {
        return new MockResponse.Builder().addHeader("ETag", VERSION).body(new Buffer().write(bytes));
    }

    private MockResponse.Builder rest(int from) {
        return whole(Arrays.copyOfRange(file, from, file.length))
                .code(206)
                .addHeader("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
    }

    /** Lets the connection break in the middle, and returns how much came. */
    private int cutOff() throws IOException {
        server.enqueue(
                whole(file).onResponseBody(new SocketEffect.CloseSocket()).build());
        assertThat(failure()).contains("broke off after", "the next download goes on there");
        int came = (int) Files.size(part());
        assertThat(came).isBetween(1, file.length - 1);
        assertThat(Files.readAllBytes(part())).isEqualTo(Arrays.copyOf(file, came));
        assertThat(target()).doesNotExist();
        told.clear();
        return came;
    }

    private RecordedRequest sent(int index) throws InterruptedException {
        RecordedRequest request = null;
        for (int i = 0; i <= index; i++) {
            request = Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        }
        return Objects.requireNonNull(request);
    }

    private void isThereAndAlone() throws IOException {
        assertThat(Files.readAllBytes(target())).isEqualTo(file);
        try (Stream<Path> all = Files.list(folder.resolve("datasets"))) {
            assertThat(all).containsExactly(target());
        }
    }

    @Test
    void a_file_comes_whole_with_progress_and_leaves_nothing_beside_it() throws Exception {
        server.enqueue(whole(file).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(told).first().isEqualTo(new DownloadProgress(0, 300_000L));
        assertThat(told).last().isEqualTo(new DownloadProgress(300_000, 300_000L));
        assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.done(), b.done()));
        RecordedRequest request = sent(0);
        assertThat(request.getHeaders().get("Range")).isNull();
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void a_file_of_unknown_size_comes_whole_too() throws Exception {
        size = null;
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(file), 9_000)
                .build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(told).last().isEqualTo(new DownloadProgress(300_000, null));
    }

    @Test
    void after_a_break_only_the_rest_is_sent() throws Exception {
        int came = cutOff();
        server.enqueue(rest(came).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        RecordedRequest request = sent(1);
        assertThat(request.getHeaders().get("Range")).isEqualTo("bytes=" + came + "-");
        assertThat(request.getHeaders().get("If-Range")).isEqualTo(VERSION);
        assertThat(told).first().isEqualTo(new DownloadProgress(came, 300_000L));
    }

    @Test
    void a_server_that_ignores_the_range_sends_it_all_and_it_is_taken_once() throws Exception {
        cutOff();
        server.enqueue(whole(file).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(told).first().isEqualTo(new DownloadProgress(0, 300_000L));
    }

    @Test
    void where_the_file_has_changed_meanwhile_it_begins_anew() throws Exception {
        cutOff();
        server.enqueue(whole(file).setHeader("ETag", "\"v2\"").build());
        assertThat(run()).isTrue();
        isThereAndAlone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-299999/300000", "bytes 7-299999/300000", "bytes x", "bytes 1-2/*"})
    void a_piece_that_does_not_fit_the_part_is_not_joined_to_it(String range) throws Exception {
        int came = cutOff();
        server.enqueue(rest(came).setHeader("Content-Range", range).build());
        server.enqueue(whole(file).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(sent(2).getHeaders().get("Range")).isNull();
    }

    @Test
    void a_piece_of_another_version_is_not_joined_to_the_part() throws Exception {
        int came = cutOff();
        server.enqueue(rest(came).setHeader("ETag", "\"v2\"").build());
        server.enqueue(whole(file).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
    }

    @Test
    void a_range_that_the_server_cannot_satisfy_begins_anew() throws Exception {
        cutOff();
        server.enqueue(new MockResponse.Builder().code(416).build());
        server.enqueue(whole(file).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"v1\"", "v1", ""})
    void without_a_version_that_promises_equal_bytes_it_begins_anew(String tag) throws Exception {
        server.enqueue(whole(file)
                .setHeader("ETag", tag)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(failure()).contains("the next download begins anew");
        server.enqueue(whole(file).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(sent(1).getHeaders().get("Range")).isNull();
    }

    @Test
    void a_part_from_another_address_is_not_gone_on_with() throws Exception {
        cutOff();
        server.enqueue(whole(file).build());
        assertThat(download(server.url("/moved.jsonl").toString(), FileChannel::write)
                        .run(told::add, cancellation))
                .isTrue();
        assertThat(sent(1).getHeaders().get("Range")).isNull();
    }

    @Test
    void a_part_that_is_the_whole_file_already_needs_no_server() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), file);
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_wrong_checksum_throws_the_part_away_and_leaves_the_earlier_file_alone() throws Exception {
        Files.createDirectories(target().getParent());
        Files.writeString(target(), "an earlier file");
        byte[] other = file.clone();
        other[1234]++;
        server.enqueue(whole(other).build());
        assertThat(failure()).contains("made-test.jsonl", "checksum differs", "thrown away");
        assertThat(Files.readString(target())).isEqualTo("an earlier file");
        assertThat(part()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "404, does not have the file",
        "410, does not have the file",
        "403, does not hand the file out",
        "429, hands out no more for now",
        "503, reports an error of its own",
        "204, gave an answer that is no file",
        "206, sent a piece of the file when the whole was asked for"
    })
    void what_the_server_answers_instead_is_said_in_a_sentence(int status, String words) {
        server.enqueue(new MockResponse.Builder().code(status).build());
        assertThat(failure()).startsWith(server.getHostName()).contains(words);
        assertThat(folder.resolve("datasets")).isEmptyDirectory();
    }

    @Test
    void a_refusal_keeps_what_has_come() throws Exception {
        int came = cutOff();
        server.enqueue(new MockResponse.Builder().code(503).build());
        assertThat(failure()).contains("HTTP 503");
        assertThat(Files.size(part())).isEqualTo(came);
    }

    @Test
    void no_server_at_all_is_said_with_its_name() {
        server.close();
        assertThat(failure()).contains(server.getHostName() + " cannot be reached");
    }

    @Test
    void without_a_server_what_came_before_is_kept() throws Exception {
        int came = cutOff();
        server.close();
        assertThat(failure())
                .contains("cannot be reached", "the next download goes on there")
                .doesNotContain("broke off");
        assertThat(Files.size(part())).isEqualTo(came);
    }

    @Test
    void a_server_that_falls_silent_is_given_up_and_what_came_is_kept() throws Exception {
        server.enqueue(whole(file).throttleBody(100_000, 30, TimeUnit.SECONDS).build());
        assertThat(failure()).contains("broke off after 100,000 bytes", "nothing came for 700 ms");
        assertThat(Files.size(part())).isEqualTo(100_000);
    }

    @Test
    void cancelling_hangs_up_and_keeps_what_came() throws Exception {
        server.enqueue(
                whole(file).throttleBody(70_000, 400, TimeUnit.MILLISECONDS).build());
        boolean there = download(server.url("/x").toString(), FileChannel::write)
                .run(
                        progress -> {
                            if (progress.done() > 0) {
                                cancellation.cancel();
                            }
                        },
                        cancellation);
        assertThat(there).isFalse();
        assertThat(target()).doesNotExist();
        assertThat(FileDownload.partLength(target())).isBetween(1L, 150_000L);
    }

    @Test
    void another_size_than_the_known_one_is_refused_before_anything_is_taken() {
        size = 299_999L;
        server.enqueue(whole(file).build());
        assertThat(failure()).contains("300,000 bytes and not 299,999", "Nothing was fetched");
        assertThat(folder.resolve("datasets")).isEmptyDirectory();
    }

    @Test
    void more_than_is_ever_taken_is_refused_before_anything_is_taken() {
        size = null;
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(file))
                .setHeader("Content-Length", "200000001")
                .build());
        assertThat(failure()).contains("200,000,001 bytes", "at most 200,000,000");
    }

    @Test
    void a_server_that_says_no_size_and_sends_too_much_is_cut_off() {
        size = 200_000L;
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(file), 9_000)
                .build());
        assertThat(failure()).contains("sends more than the 200,000 bytes", "thrown away");
        assertThat(part()).doesNotExist();
    }

    @Test
    void redirects_are_followed_with_the_range_and_without_the_servers_name_for_the_file() throws Exception {
        int came = cutOff();
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/store/../../evil.sh?signature=1")
                .build());
        server.enqueue(rest(came)
                .addHeader("Content-Disposition", "attachment; filename=\"../../evil.sh\"")
                .build());
        assertThat(run()).isTrue();
        isThereAndAlone();
        assertThat(sent(2).getHeaders().get("Range")).isEqualTo("bytes=" + came + "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.invalid/x", "ftp://example.invalid/x", "file:///etc/passwd"})
    void a_redirect_to_an_address_that_is_not_encrypted_is_not_followed(String location) {
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .addHeader("Location", location)
                .build());
        assertThat(failure()).contains("no encrypted address", location);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void redirects_without_end_are_given_up() {
        for (int i = 0; i < 6; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", "/again")
                    .build());
        }
        assertThat(failure()).contains("without end");
    }

    @Test
    void an_address_that_is_not_encrypted_is_refused_unless_it_is_this_computer() {
        DownloadException e = catchThrowableOfType(
                DownloadException.class,
                () -> download("http://example.invalid/x", FileChannel::write).run(told::add, cancellation));
        assertThat(e).hasMessageContaining("not encrypted");
    }

    @Test
    void a_full_disk_is_said_and_what_fitted_is_gone_on_with_later() throws Exception {
        AtomicLong room = new AtomicLong(100_000);
        Writing full = (to, bytes) -> {
            if (room.get() < bytes.remaining()) {
                throw new IOException("No space left on device");
            }
            room.addAndGet(-bytes.remaining());
            return to.write(bytes);
        };
        server.enqueue(whole(file).build());
        DownloadException e = catchThrowableOfType(
                DownloadException.class,
                () -> download(server.url("/data/x.jsonl").toString(), full).run(told::add, cancellation));
        assertThat(e).hasMessageContaining("No space left on device").hasMessageContaining("once there is room");
        int came = (int) Files.size(part());
        assertThat(came).isPositive();
        server.enqueue(rest(came).build());
        assertThat(run()).isTrue();
        isThereAndAlone();
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws Exception {
        Files.writeString(folder.resolve("datasets"), "a file in the way");
        assertThat(failure()).contains("cannot be written");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void two_downloads_of_the_same_file_do_not_get_into_each_others_way() throws Exception {
        server.enqueue(
                whole(file).throttleBody(70_000, 400, TimeUnit.MILLISECONDS).build());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        AtomicReference<@Nullable String> refusal = new AtomicReference<>();
        Thread other = Thread.ofVirtual().start(() -> {
            try {
                begun.await();
                refusal.set(failure());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                second.countDown();
            }
        });
        boolean there = download(server.url("/x").toString(), FileChannel::write)
                .run(
                        progress -> {
                            begun.countDown();
                            awaitQuietly(second);
                        },
                        cancellation);
        other.join();
        assertThat(refusal.get()).contains("is being downloaded already");
        assertThat(there).isTrue();
        isThereAndAlone();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
