package dev.aisle.privacy.audit.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.contracts.Keeps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Appends each head as a line of JSON to a file outside of the database, so that a log whose end was cut off, heads and all, is found
 * out. A line is an input of {@code privacy.merkle}.
 */
@ApplicationScoped
@Keeps(ofNobody = "heads of the audit log: hashes, which an erasure leaves provable")
public class HeadFile {
    private static final int BATCH = 1_000;

    private final Heads heads;
    private final HeadKeys keys;
    private final ObjectMapper json;
    private final Optional<Path> file;
    private Optional<Long> written = Optional.empty();

    HeadFile(Heads heads, HeadKeys keys, ObjectMapper json, AuditConfig config) {
        this.heads = heads;
        this.keys = keys;
        this.json = json;
        this.file = config.headFile().map(Path::of);
    }

    /** Appends the heads that are not in the file yet. */
    @Transactional
    public synchronized void export() {
        if (file.isEmpty()) {
            return;
        }
        // The file is read once; from then on this instance knows what it wrote.
        long after = written.or(() -> last().map(line -> line.get("seq").longValue()))
                .orElse(-1L);
        List<StoredHead> missing = heads.page(after, BATCH);
        if (!missing.isEmpty()) {
            // A crash may have cut off the last line; an empty one does no harm.
            String start = written.isEmpty() ? "\n" : "";
            append(
                    file.get(),
                    start + String.join("\n", missing.stream().map(this::line).toList()) + "\n");
        }
        written = Optional.of(missing.isEmpty() ? after : missing.getLast().seq());
    }

    /** The newest head of the file. */
    public synchronized Optional<KeptHead> newest() {
        return last().map(line ->
                new KeptHead(line.get("size").longValue(), line.get("root").asText()));
    }

    private Optional<JsonNode> last() {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file.get())) {
            return lines.map(this::head).filter(head -> head.has("seq")).reduce((before, after) -> after);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of heads can't be read", e);
        }
    }

    /** The head of a line; an empty one for a line that a crash cut off. */
    private JsonNode head(String line) {
        try {
            return json.readTree(json.readTree(line).path("head").asText("{}"));
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }

    private String line(StoredHead head) {
        try {
            return json.writeValueAsString(Map.of(
                    "head", head.text(),
                    "signature", HexFormat.of().formatHex(head.signature()),
                    "publicKey", keys.signing().verifier().hex()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A head is not JSON", e);
        }
    }

    private static void append(Path file, String lines) {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of heads can't be written", e);
        }
    }
}
