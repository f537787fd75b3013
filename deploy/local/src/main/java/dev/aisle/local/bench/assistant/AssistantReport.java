package dev.aisle.local.bench.assistant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.charts.HeatTable;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as Markdown, as JSON, and the confusion of intents as pictures. */
final class AssistantReport {
    private static final double THOUSANDTHS = 1_000;

    private final String part;
    private final List<LanguageFigures> languages;

    AssistantReport(String part, List<LanguageFigures> languages) {
        this.part = part;
        this.languages = List.copyOf(languages);
    }

    /** Writes all files; returns which. */
    List<Path> write(Path folder) {
        List<Path> written = new ArrayList<>();
        String name = "assistant-" + part;
        written.add(write(folder.resolve(name + ".json"), Json.write(json()) + "\n"));
        written.add(write(folder.resolve(name + ".md"), markdown()));
        for (LanguageFigures one : languages) {
            ConfusedIntents confused = one.confused();
            String picture = new HeatTable(confused.intents(), confused.counts())
                    .drawAlone(name + "-" + one.language(), "Intents (rows) and what they were taken for (columns)");
            written.add(write(folder.resolve(name + "-" + one.language() + ".svg"), picture));
        }
        return written;
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# The assistant on the " + part + " part of deploy/knowledge\n\n");
        text.append("| | ")
                .append(String.join(
                        " | ",
                        LanguageFigures.WAYS.stream()
                                .map(way -> way + ": first, in three")
                                .toList()))
                .append(
                        " | intents, macro-F1 | out of scope refused | answerable refused |\n|---|---|---|---|---|---|---|\n");
        for (LanguageFigures one : languages) {
            text.append("| ").append(one.language());
            for (String way : LanguageFigures.WAYS) {
                FoundPlaces places = one.byWay().getOrDefault(way, new FoundPlaces());
                text.append(told(" | %.3f, %.3f", places.firstShare(), places.inThreeShare()));
            }
            text.append(told(
                    " | %.3f | %d of %d | %d of %d |%n",
                    one.confused().macroF1(),
                    one.outOfScopeRefused(),
                    one.outOfScope(),
                    one.answerableRefused(),
                    one.answerable()));
        }
        languages.forEach(one -> text.append(byKind(one)).append(intents(one)));
        return text.toString();
    }

    private static String byKind(LanguageFigures one) {
        StringBuilder text = new StringBuilder(
                "\n## " + one.language() + "\n\n| kind | questions | first | in three |\n|---|---|---|---|\n");
        one.byKind()
                .forEach((kind, places) -> text.append(
                        told("| %s | %d | %d | %d |%n", kind, places.questions(), places.first(), places.inThree())));
        return text.toString();
    }

    private static String intents(LanguageFigures one) {
        ConfusedIntents confused = one.confused();
        StringBuilder text = new StringBuilder(
                "\n| intent | questions | precision | recall | F1 | taken for |\n|---|---|---|---|---|---|\n");
        int[][] counts = confused.counts();
        for (int row = 0; row < counts.length; row++) {
            List<String> others = new ArrayList<>();
            for (int column = 0; column < counts.length; column++) {
                if (column != row && counts[row][column] > 0) {
                    others.add(confused.intents().get(column) + " " + counts[row][column]);
                }
            }
            text.append(told(
                    "| %s | %d | %.3f | %.3f | %.3f | %s |%n",
                    confused.intents().get(row),
                    confused.questions(row),
                    confused.precision(row),
                    confused.recall(row),
                    confused.f1(row),
                    String.join(", ", others)));
        }
        return text.toString();
    }

    private static String told(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }

    ObjectNode json() {
        ObjectNode root = Json.object().put("part", part);
        ArrayNode all = root.putArray("languages");
        for (LanguageFigures one : languages) {
            ObjectNode node = all.addObject().put("language", one.language());
            ObjectNode retrieval = node.putObject("retrieval");
            one.byWay().forEach((way, places) -> put(retrieval.putObject(way), places));
            ObjectNode kinds = node.putObject("byKind");
            for (Map.Entry<String, FoundPlaces> kind : one.byKind().entrySet()) {
                put(kinds.putObject(kind.getKey()), kind.getValue());
            }
            node.putObject("refused")
                    .put("outOfScope", one.outOfScopeRefused())
                    .put("ofOutOfScope", one.outOfScope())
                    .put("answerable", one.answerableRefused())
                    .put("ofAnswerable", one.answerable());
            ConfusedIntents confused = one.confused();
            node.put("macroF1", rounded(confused.macroF1()));
            ArrayNode names = node.putArray("intents");
            confused.intents().forEach(names::add);
            ArrayNode rows = node.putArray("confusion");
            for (int[] row : confused.counts()) {
                ArrayNode cells = rows.addArray();
                for (int count : row) {
                    cells.add(count);
                }
            }
        }
        return root;
    }

    private static void put(ObjectNode node, FoundPlaces places) {
        node.put("questions", places.questions())
                .put("first", rounded(places.firstShare()))
                .put("inThree", rounded(places.inThreeShare()));
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }
}
