package dev.aisle.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the vectors of the test resources; {@code vectors/SOURCES.md} says where they are from. */
public final class Vectors {
    private Vectors() {}

    public static JsonNode json(String name) {
        return open(name, new ObjectMapper()::readTree);
    }

    public static List<String> lines(String name) {
        return open(
                name,
                in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
    }

    private static <T> T open(String name, Reader<T> reader) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }
}
