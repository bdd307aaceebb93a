package org.snn4j.network.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip file that is read strictly: a bounded number of entries, each name once, of no entry more than is allowed, and of all
 * together no more than the file can hold. Memory stays in proportion to the bytes that come out, whatever the file's
 * directory says.
 */
final class StrictZip implements Closeable {
    /** Every entry's time, the first that zip can write: the same content makes the same bytes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * How many bytes can come out of one at most: deflate takes two bits for 258 bytes (RFC 1951). More come out of entries that
     * lie over each other only.
     */
    static final long MOST_RATIO = 1032;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private long unpacked;

    private StrictZip(Path file, ZipFile zip, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Opens a file.
     *
     * @param mostEntries how many entries are allowed
     * @throws MalformedFileException if it is no zip, or has more entries, or one twice
     */
    static StrictZip open(Path file, int mostEntries) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // ZipFile throws the last of them where a comment is no UTF-8.
            throw new MalformedFileException(file.toString(), 0, "a zip archive", problem(e));
        }
        try {
            return new StrictZip(file, zip, entries(file, zip, mostEntries));
        } catch (Throwable failure) {
            zip.close();
            throw failure;
        }
    }

    private static Map<String, ZipEntry> entries(Path file, ZipFile zip, int mostEntries) throws IOException {
        if (zip.size() > mostEntries) {
            throw new MalformedFileException(
                    file.toString(), 0, "at most " + mostEntries + " entries", zip.size() + " entries");
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        try {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entries.put(entry.getName(), entry) != null) {
                    throw new MalformedFileException(
                            file.toString(), 0, "entries, each once", "an entry " + entry.getName() + " again");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file.toString(), 0, "a zip archive", problem(e));
        }
        return entries;
    }

    /** The names of the entries, in the order of the file's directory. */
    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** How an entry is called in errors. */
    String place(String name) {
        return file + "!" + name;
    }

    /**
     * The content of an entry, whose checksum is not looked at.
     *
     * @param limit how many bytes it may have
     * @throws MalformedFileException if there is no such entry, or it is larger, or damaged so that it cannot be read
     */
    byte[] content(String name, long limit) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new MalformedFileException(file.toString(), 0, "an entry " + name, "none");
        }
        if (limit < 0 || limit >= Integer.MAX_VALUE || entry.getSize() > limit) {
            throw new MalformedFileException(place(name), 0, "at most " + limit + " bytes", entry.getSize() + " bytes");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) limit);
            if (in.read() >= 0) {
                throw new MalformedFileException(
                        place(name), limit, "at most " + limit + " bytes", "more than the archive says");
            }
            requirePossible(content.length);
            return content;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new MalformedFileException(place(name), 0, "a compressed entry", problem(e));
        }
    }

    private void requirePossible(int bytes) throws IOException {
        unpacked += bytes;
        long most = MOST_RATIO * Files.size(file);
        if (unpacked > most) {
            throw new MalformedFileException(
                    file.toString(),
                    0,
                    "entries of at most " + most + " bytes, " + MOST_RATIO + " times the file's own size",
                    "at least " + unpacked + " bytes: entries lie over each other");
        }
    }

    /** The same where size and checksum, at which {@link ZipFile} does not look, are those of the directory. */
    byte[] checkedContent(String name, long limit) throws IOException {
        byte[] content = content(name, limit);
        ZipEntry entry = entries.get(name);
        if (content.length != entry.getSize()) {
            throw new MalformedFileException(
                    place(name), content.length, entry.getSize() + " bytes", content.length + " bytes");
        }
        if (checksum(content) != entry.getCrc()) {
            throw new MalformedFileException(
                    place(name),
                    0,
                    "content with CRC-32 " + Long.toHexString(entry.getCrc()),
                    "CRC-32 " + Long.toHexString(checksum(content)));
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Writes an entry, compressed. */
    static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        put(zip, new ZipEntry(name), content);
    }

    /** Writes an entry as it is. */
    static void putStored(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum(content));
        put(zip, entry, content);
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }

    private static String problem(Exception error) {
        return error.getMessage() == null ? "the file's end" : error.getMessage();
    }
}
