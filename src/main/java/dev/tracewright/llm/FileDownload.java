package dev.tracewright.llm;

import dev.tracewright.llm.PartFile.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one public file whose checksum is known beforehand. What has come stays in a part beside the file's place until it is
 * whole and right, and the next time only the rest is asked for, where the server still has the same version of the file. The
 * server is believed nothing: neither names nor sizes, and it may send on to encrypted addresses only.
 */
public final class FileDownload {
    /** The most that is taken where the size is not known beforehand, in bytes. */
    public static final long LIMIT = 200_000_000;

    private static final CallLimits USUAL =
            new CallLimits(Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofDays(1));
    private static final int MOST_REDIRECTS = 5;
    private static final int BLOCK = 64 * 1024;
    private static final int LONGEST_VERSION = 200;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    /** A strong entity tag; a weak one promises no equal bytes, so that parts of two versions could be joined. */
    private static final Pattern STRONG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0," + (LONGEST_VERSION - 2) + "}\"");

    private final Wanted wanted;
    private final CallLimits limits;
    private final OkHttpClient client;
    private final Writing writing;

    /**
     * What is to be fetched.
     *
     * @param address where it is: https, or http on this computer
     * @param target where it goes; its folder is made
     * @param bytes its size, or null where it is not known
     * @param sha256 its checksum in small hexadecimal digits
     */
    public record Wanted(
            String address, Path target, @Nullable Long bytes, String sha256) {}

    public FileDownload(Wanted wanted) {
        this(wanted, USUAL, FileChannel::write);
    }

    /** The same with other limits of time (whose ceiling and retries do not matter here) and another disk. */
    FileDownload(Wanted wanted, CallLimits limits, Writing writing) {
        this.wanted = wanted;
        this.limits = limits;
        this.client = Http.patientClient(limits);
        this.writing = writing;
    }

    /** Bytes of a file that have come, 0 where there is no part of it. */
    public static long partLength(Path target) {
        return PartFile.partOf(target).toFile().length();
    }

    /**
     * Fetches the file, or the rest of it; blocks.
     *
     * @param progress hears of every block, on this thread
     * @return whether the file is there; false when it was cancelled, and what has come is kept
     * @throws DownloadException in a sentence; what has come is kept unless the sentence says otherwise
     */
    public boolean run(Consumer<DownloadProgress> progress, Cancellation cancellation) throws DownloadException {
        HttpUrl address = HttpUrl.parse(wanted.address());
        if (address == null || !allowed(address, address)) {
            throw new DownloadException("The address " + wanted.address() + " is not encrypted (https).");
        }
        try (PartFile part = PartFile.open(wanted.target(), writing)) {
            long before = part.length();
            if (before == 0 || !part.checksum().equals(wanted.sha256())) {
                try {
                    fetch(part, address, progress, cancellation);
                } catch (DownloadException e) {
                    throw e;
                } catch (IOException e) {
                    if (cancellation.isCancelled()) {
                        return false;
                    }
                    throw broken(e, part, before, address);
                }
                if (cancellation.isCancelled()) {
                    return false;
                }
                check(part);
            }
            part.finish();
            return true;
        }
    }

    /** Asks for the rest where there is a part of a known version; where the server does not play along, for everything. */
    private void fetch(PartFile part, HttpUrl address, Consumer<DownloadProgress> progress, Cancellation cancellation)
            throws IOException {
        String version = part.version(wanted.address());
        if (version != null && answered(part, address, version, progress, cancellation)) {
            return;
        }
        if (!answered(part, address, null, progress, cancellation)) {
            throw new DownloadException(address.host() + " sent a piece of the file when the whole was asked for.");
        }
    }

    /**
     * Asks once.
     *
     * @param version the version whose rest is asked for, or null for the whole file
     * @return false where the server's answer does not continue the part, and the whole file must be asked for
     */
    private boolean answered(
            PartFile part,
            HttpUrl address,
            @Nullable String version,
            Consumer<DownloadProgress> progress,
            Cancellation cancellation)
            throws IOException {
        HttpUrl at = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Call call = client.newCall(request(at, version, part.length()));
            try (var _ = cancellation.onCancel(call::cancel);
                    Response response = call.execute()) {
                switch (response.code()) {
                    case 200 -> {
                        String strong = strongVersion(response);
                        Long total = size(response.body().contentLength(), at);
                        part.restart(wanted.address(), strong);
                        take(response, part, total, progress);
                        return true;
                    }
                    case 206 -> {
                        Long total = continues(response, part.length(), version, at);
                        if (total == null) {
                            return false;
                        }
                        take(response, part, total, progress);
                        return true;
                    }
                    case 416 -> {
                        if (version == null) {
                            throw refused(response, at);
                        }
                        return false;
                    }
                    case 301, 302, 303, 307, 308 -> at = next(response, at, address);
                    default -> throw refused(response, at);
                }
            }
        }
        throw new DownloadException(address.host() + " sends from one address to the next without end.");
    }

    private static Request request(HttpUrl at, @Nullable String version, long from) {
        Request.Builder request = new Request.Builder()
                .url(at)
                .header("User-Agent", "Tracewright")
                // The checksum is that of the file, and pieces of a compressed one could not be joined.
                .header("Accept-Encoding", "identity");
        if (version != null) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", version);
        }
        return request.build();
    }

    /** Whether the file may come from here: encrypted, or from this computer when it was asked for there. */
    private static boolean allowed(HttpUrl at, HttpUrl first) {
        return at.isHttps() || (isHere(at) && isHere(first));
    }

    private static boolean isHere(HttpUrl at) {
        return at.host().equals("localhost")
                || at.host().equals("127.0.0.1")
                || at.host().equals("::1");
    }

    private static HttpUrl next(Response response, HttpUrl at, HttpUrl first) throws DownloadException {
        String location = String.valueOf(response.header("Location"));
        HttpUrl next = at.resolve(location);
        if (next == null || !allowed(next, first)) {
            throw new DownloadException(at.host() + " sends on to " + SafeText.excerpt(location, null)
                    + ", which is no encrypted address (https); nothing was fetched from there.");
        }
        return next;
    }

    private static @Nullable String strongVersion(Response response) {
        String tag = response.header("ETag");
        return tag != null && STRONG.matcher(tag).matches() ? tag : null;
    }

    /** The size of the whole file where the answer goes on exactly where the part ends, else null. */
    private @Nullable Long continues(Response response, long from, @Nullable String version, HttpUrl at)
            throws DownloadException {
        Matcher range = RANGE.matcher(String.valueOf(response.header("Content-Range")));
        String tag = response.header("ETag");
        boolean fits = version != null
                && range.matches()
                && Long.parseLong(range.group(1)) == from
                && !range.group(2).equals("*")
                && (tag == null || tag.equals(version));
        return fits ? size(Long.parseLong(range.group(2)), at) : null;
    }

    /**
     * The size of the whole file as it is to be expected.
     *
     * @param announced what the server says, or -1
     */
    private @Nullable Long size(long announced, HttpUrl at) throws DownloadException {
        Long expected = wanted.bytes();
        if (announced >= 0 && expected != null && announced != expected) {
            throw new DownloadException(String.format(
                    Locale.ROOT,
                    "%s has another file there: %,d bytes and not %,d. Nothing was fetched.",
                    at.host(),
                    announced,
                    expected));
        }
        if (announced > LIMIT) {
            throw new DownloadException(String.format(
                    Locale.ROOT,
                    "%s has a file of %,d bytes there, and at most %,d are taken. Nothing was fetched.",
                    at.host(),
                    announced,
                    LIMIT));
        }
        return announced >= 0 ? Long.valueOf(announced) : expected;
    }

    private void take(Response response, PartFile part, @Nullable Long total, Consumer<DownloadProgress> progress)
            throws IOException {
        long most = total == null ? LIMIT : total;
        InputStream in = response.body().byteStream();
        byte[] block = new byte[BLOCK];
        progress.accept(new DownloadProgress(part.length(), total));
        int read;
        while ((read = in.read(block)) >= 0) {
            if (part.length() + read > most) {
                part.discard();
                throw new DownloadException(String.format(
                        Locale.ROOT,
                        "%s sends more than the %,d bytes that the file may have. What has come was thrown away.",
                        response.request().url().host(),
                        most));
            }
            part.append(ByteBuffer.wrap(block, 0, read));
            progress.accept(new DownloadProgress(part.length(), total));
        }
        if (total != null && part.length() < total) {
            throw new IOException("the connection ended early");
        }
    }

    private void check(PartFile part) throws DownloadException {
        if (!part.checksum().equals(wanted.sha256())) {
            part.discard();
            throw new DownloadException("What came for " + wanted.target().getFileName()
                    + " is not the file that is known under this address (its checksum differs). It was thrown away.");
        }
    }

    private DownloadException refused(Response response, HttpUrl at) {
        int status = response.code();
        String what = switch (status) {
            case 401, 403 -> "does not hand the file out";
            case 404, 410 -> "does not have the file (any more)";
            case 429 -> "hands out no more for now; try again later";
            default ->
                status >= 500 ? "reports an error of its own; try again later" : "gave an answer that is no file";
        };
        return new DownloadException(at.host() + " " + what + " (HTTP " + status + ").");
    }

    private DownloadException broken(IOException e, PartFile part, long before, HttpUrl address) {
        String words = Failure.ofIo(e, limits, null).words();
        String kept = part.version(wanted.address()) == null
                ? "The server names no version of the file, so the next download begins anew."
                : "What has come is kept; the next download goes on there.";
        if (part.length() == before) {
            return new DownloadException(
                    address.host() + " cannot be reached: " + words + "." + (before == 0 ? "" : " " + kept), e);
        }
        return new DownloadException(
                String.format(
                        Locale.ROOT,
                        "The connection to %s broke off after %,d bytes: %s. %s",
                        address.host(),
                        part.length(),
                        words,
                        kept),
                e);
    }
}
