package dev.tracewright.llm;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that has come: {@code NAME.part} beside the place the file will have, and {@code NAME.part.version} with
 * the version of the server's file that it is a part of. Only one download at a time can hold it. Whatever the disk refuses is
 * thrown as a {@link DownloadException}.
 */
final class PartFile implements Closeable {
    private static final int BLOCK = 64 * 1024;

    private final Path target;
    private final Path part;
    private final Path versionFile;
    private final FileChannel channel;
    private final Writing writing;
    private final MessageDigest digest = sha256();
    private long length;

    /** How bytes get to the disk; tests let the disk be full. */
    @FunctionalInterface
    interface Writing {
        /** Writes what it can and returns how much that was, as {@link FileChannel#write(ByteBuffer)} does. */
        int write(FileChannel to, ByteBuffer bytes) throws IOException;
    }

    private PartFile(Path target, FileChannel channel, Writing writing) {
        this.target = target;
        this.part = partOf(target);
        this.versionFile = versionOf(target);
        this.channel = channel;
        this.writing = writing;
    }

    static Path partOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static Path versionOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part.version");
    }

    /** Opens the part of a file, empty where nothing has come yet. */
    static PartFile open(Path target, Writing writing) throws DownloadException {
        FileChannel channel = null;
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel = FileChannel.open(
                    partOf(target), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new DownloadException(busy(target));
            }
            PartFile opened = new PartFile(target, channel, writing);
            opened.readIn();
            return opened;
        } catch (OverlappingFileLockException e) {
            quietly(channel);
            throw new DownloadException(busy(target), e);
        } catch (DownloadException e) {
            quietly(channel);
            throw e;
        } catch (IOException e) {
            quietly(channel);
            throw refused(target, e);
        }
    }

    private static String busy(Path target) {
        return target.getFileName() + " is being downloaded already, here or by another window of the program.";
    }

    private void readIn() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        channel.position(0);
        while (channel.read(block) >= 0) {
            block.flip();
            length += block.remaining();
            digest.update(block);
            block.clear();
        }
    }

    /** Bytes that are here. */
    long length() {
        return length;
    }

    /** The checksum of what is here, in small hexadecimal digits. */
    String checksum() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    /**
     * The version of the server's file, as the server names it, that this is a part of; null where nothing has come, where the
     * server named none, or where it came from another address.
     */
    @Nullable
    String version(String address) {
        if (length == 0) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(versionFile);
            return lines.size() == 2 && lines.getFirst().equals(address) ? lines.getLast() : null;
        } catch (IOException e) {
            return null; // unreadable is as good as missing: the download begins anew
        }
    }

    /** Throws away what is here and begins the file anew. */
    void restart(String address, @Nullable String version) throws DownloadException {
        try {
            channel.truncate(0);
            channel.position(0);
            length = 0;
            digest.reset();
            if (version == null) {
                Files.deleteIfExists(versionFile);
            } else {
                Files.writeString(versionFile, address + "\n" + version + "\n");
            }
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    void append(ByteBuffer bytes) throws DownloadException {
        ByteBuffer toDigest = bytes.duplicate();
        try {
            while (bytes.hasRemaining()) {
                length += writing.write(channel, bytes);
            }
        } catch (IOException e) {
            throw new DownloadException(
                    refused(target, e).getMessage()
                            + " What has come is kept; once there is room, the download goes on.",
                    e);
        }
        digest.update(toDigest);
    }

    /** Puts the whole file in its place, at once. */
    void finish() throws DownloadException {
        try {
            channel.force(true);
            channel.close();
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target);
            }
            Files.deleteIfExists(versionFile);
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    /** Throws away what is here, because it is no part of the file. */
    void discard() throws DownloadException {
        try {
            channel.close();
            Files.deleteIfExists(part);
            Files.deleteIfExists(versionFile);
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    /** Keeps what is here for the next time; nothing that is empty stays. */
    @Override
    public void close() throws DownloadException {
        if (!channel.isOpen()) {
            return;
        }
        if (length == 0) {
            discard();
            return;
        }
        try {
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw refused(target, e);
        }
    }

    private static DownloadException refused(Path target, IOException e) {
        String said = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return new DownloadException(
                "The file " + target + " cannot be written: "
                        + (said == null ? e.getClass().getSimpleName() : said) + ".",
                e);
    }

    private static void quietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The reason that counts is thrown already.
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
