package dev.tracewright.exchange;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A public data set that can be fetched, described so closely that only this very file is accepted.
 *
 * @param name what it is asked for by: small letters, digits and hyphens
 * @param title what it is, for a person
 * @param problems how many problems it holds
 * @param licence the licence its publisher gives
 * @param page where its publisher says more
 * @param address where the file is; fixed to one version
 * @param file the name it gets here, whatever the server calls it; no folders
 * @param bytes its size, or null where it is not known beforehand
 * @param sha256 the checksum of the file, 64 small hexadecimal digits
 */
public record PublicDataset(
        String name,
        String title,
        int problems,
        String licence,
        String page,
        String address,
        String file,
        @Nullable Long bytes,
        String sha256) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FILE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.(jsonl|json|csv|parquet)");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException in a sentence, for what cannot be */
    public PublicDataset {
        check(NAME.matcher(name).matches(), name, "name");
        check(!title.isBlank(), name, "title");
        check(problems > 0, name, "problems");
        check(!licence.isBlank(), name, "licence");
        check(FILE.matcher(file).matches(), name, "file");
        check(bytes == null || bytes > 0, name, "bytes");
        check(CHECKSUM.matcher(sha256).matches(), name, "sha256");
    }

    private static void check(boolean holds, String name, String field) {
        if (!holds) {
            throw new IllegalArgumentException("The public data set '" + name + "' has no usable " + field + ".");
        }
    }
}
