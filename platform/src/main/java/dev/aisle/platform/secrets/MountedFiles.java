package dev.aisle.platform.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder into which Kubernetes mounts a secret: a name each, the text without the end of its last line. */
final class MountedFiles {
    private static final long MOST_BYTES = 64 * 1024;

    private MountedFiles() {}

    /**
     * Reads what is there now; empty when there is no such folder. What begins with a dot is Kubernetes' own.
     *
     * @throws IOException when a file can't be read
     */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                    texts.put(name, withoutLineEnd(Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
        }
        return texts;
    }

    private static String withoutLineEnd(String text) {
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(0, end);
    }
}
