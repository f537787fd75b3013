package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Lists by user: in the input itself, or in a file of trec_eval. */
final class TrecFiles {
    private TrecFiles() {}

    /** How a file's lines become lists. */
    interface Reader {
        Map<String, List<String>> read(Path file, String field);
    }

    static Map<String, List<String>> listsOrFile(Input input, String field, Reader reader) {
        JsonNode node = input.required(field);
        if (node.isTextual()) {
            return reader.read(Input.file(field, node.asText()), field);
        }
        return lists(field, node);
    }

    /** Lists by user in the input itself; none when the field isn't there. */
    static Map<String, List<String>> lists(Input input, String field) {
        return input.optional(field).map(node -> lists(field, node)).orElse(Map.of());
    }

    private static Map<String, List<String>> lists(String field, JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidInputException(field, "expected {user: [item, …]} or the path of a file");
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        node.propertyStream().forEach(e -> lists.put(e.getKey(), items(field + "." + e.getKey(), e.getValue())));
        return lists;
    }

    private static List<String> items(String field, JsonNode list) {
        if (!list.isArray()) {
            throw new InvalidInputException(field, "expected a list of items");
        }
        return list.valueStream().map(item -> Input.text(field, item)).toList();
    }

    private record Retrieved(String document, double score) {}

    /** {@code topic Q0 document rank score tag}: by score, and of equal scores the later name first, as trec_eval does; the rank isn't read. */
    static Map<String, List<String>> run(Path file, String field) {
        Map<String, List<Retrieved>> byTopic = new LinkedHashMap<>();
        eachLine(
                file,
                field,
                6,
                cells -> byTopic.computeIfAbsent(cells[0], topic -> new ArrayList<>())
                        .add(new Retrieved(cells[2], Double.parseDouble(cells[4]))));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Comparator<Retrieved> order =
                Comparator.comparingDouble(Retrieved::score).thenComparing(Retrieved::document);
        byTopic.forEach((topic, found) -> lists.put(
                topic,
                found.stream().sorted(order.reversed()).map(Retrieved::document).toList()));
        return lists;
    }

    /** {@code topic 0 document relevance}: relevant above 0. */
    static Map<String, List<String>> judgements(Path file, String field) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        eachLine(file, field, 4, cells -> {
            if (Integer.parseInt(cells[3]) > 0) {
                lists.computeIfAbsent(cells[0], topic -> new ArrayList<>()).add(cells[2]);
            }
        });
        return lists;
    }

    private static void eachLine(Path file, String field, int columns, Consumer<String[]> consumer) {
        int[] number = {0};
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                number[0]++;
                String[] cells = line.trim().split("\\s+", -1);
                if (!line.isBlank() && cells.length != columns) {
                    throw new NumberFormatException();
                }
                if (!line.isBlank()) {
                    consumer.accept(cells);
                }
            });
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            throw new InvalidInputException(
                    field, "line " + number[0] + ": expected " + columns + " columns of trec_eval");
        }
    }
}
