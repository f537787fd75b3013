package dev.aisle.algorithms.privacy.anonymity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The Adult data set: 30,162 people, nine columns. */
final class Adults {
    static final JsonNode VECTORS = Vectors.json("k-anonymity-vectors.json");
    static final Table TABLE = table();

    private Adults() {}

    private static Table table() {
        List<String> lines = lines();
        List<String> names = List.of(lines.getFirst().split(";", -1));
        List<List<String>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(new ArrayList<>()));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            for (int i = 0; i < cells.length; i++) {
                columns.get(i).add(cells[i]);
            }
        }
        List<String> order = new ArrayList<>();
        VECTORS.get("columns").forEach(name -> order.add(name.asText()));
        return Table.of(
                order.stream().map(name -> columns.get(names.indexOf(name))).toList(),
                order.stream().map(Adults::hierarchy).toList(),
                List.of());
    }

    static Hierarchy hierarchy(String column) {
        return Hierarchy.of(Vectors.lines("adult/adult_hierarchy_" + column + ".csv").stream()
                .map(line -> List.of(line.split(";", -1)))
                .toList());
    }

    private static List<String> lines() {
        try (InputStream packed = Adults.class.getResourceAsStream("/vectors/adult/adult.csv.gz");
                InputStream in = new GZIPInputStream(packed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int[] levels(JsonNode row) {
        return row.get("levels").valueStream().mapToInt(JsonNode::asInt).toArray();
    }
}
