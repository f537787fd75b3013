package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.compute.Json;
import dev.aisle.compute.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs {@code evaluate} and reads what it wrote, or only reads its data. */
record Evaluated(Shell shell, JsonNode report) {
    static Evaluated of(Path folder, String... arguments) throws IOException {
        Path json = folder.resolve("evaluated.json");
        List<String> all = new ArrayList<>(List.of("evaluate", "--out", json.toString()));
        all.addAll(List.of(arguments));
        Shell shell = Shell.run("", all.toArray(String[]::new));
        assertThat(shell.code()).as(shell.err()).isZero();
        return new Evaluated(shell, Json.STRICT.readTree(Files.readString(json)));
    }

    /** A metric of the n-th algorithm. */
    double metric(int algorithm, String name) {
        JsonNode value = report.at("/algorithms/" + algorithm + "/metrics/" + name + "/value");
        assertThat(value.isNumber()).as(name).isTrue();
        return value.asDouble();
    }

    static Dataset data(String... arguments) {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Reading(new Options(List.of(arguments)), err).read();
    }

    /** The names of the items that a question has as its truth. */
    static List<String> truth(Dataset data, int question) {
        int[] items = data.cases().get(question).truth().items();
        return Arrays.stream(items)
                .mapToObj(item -> data.items().names().get(item))
                .toList();
    }

    /** The names of the items of a question's sequence. */
    static List<String> sequence(Dataset data, int question) {
        var sequence = data.cases().get(question).sequence();
        List<String> names = new ArrayList<>();
        for (int place = 0; place < sequence.size(); place++) {
            names.add(data.items().names().get(sequence.item(place)));
        }
        return names;
    }
}
