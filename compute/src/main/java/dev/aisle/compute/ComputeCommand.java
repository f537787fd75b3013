package dev.aisle.compute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.compute.functions.Function;
import dev.aisle.compute.functions.Functions;
import dev.aisle.compute.functions.Input;
import dev.aisle.compute.functions.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code compute}: a line of JSON in, a line of JSON out, in the same order. A bad line gets an error and the next goes on. */
final class ComputeCommand {
    private static final ObjectMapper JSON = Json.STRICT;

    private final PrintStream out;
    private final PrintStream err;

    ComputeCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments, InputStream in) {
        if (arguments.isEmpty()) {
            return answerAll(in);
        }
        switch (arguments.getFirst()) {
            case "--list" -> Functions.all().forEach(function -> out.println(describe(function)));
            case "--example" -> out.println(example(arguments));
            default ->
                throw new UsageException("unknown argument " + arguments.getFirst()
                        + "; expected --list, --example NAME, or none and JSON lines on standard input");
        }
        return 0;
    }

    private int answerAll(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !out.checkError(); line = lines.readLine()) {
                if (!line.isBlank()) {
                    out.println(answer(line));
                }
            }
            return 0;
        } catch (IOException e) {
            err.println("aisle compute: the input could not be read: " + e.getMessage());
            return 1;
        }
    }

    private static String answer(String line) {
        ObjectNode answer = JSON.createObjectNode().putNull("id");
        try {
            JsonNode request = JSON.readTree(line);
            if (!request.isObject()) {
                throw new InvalidInputException("", "expected an object {\"id\":…,\"function\":…,\"input\":{…}}");
            }
            answer.set("id", request.path("id").isMissingNode() ? JSON.nullNode() : request.get("id"));
            answer.set("output", output(request));
        } catch (JsonProcessingException e) {
            error(
                    answer,
                    "",
                    "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (InvalidInputException e) {
            error(answer, e.field(), String.valueOf(e.getMessage()));
        } catch (ArithmeticException | IllegalArgumentException e) {
            error(answer, "input", String.valueOf(e.getMessage()));
        }
        return answer.toString();
    }

    private static JsonNode output(JsonNode request) {
        String name = request.path("function").asText();
        Function function = Functions.find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "function", "unknown function '" + name + "'; expected one of " + Functions.names()));
        JsonNode input = request.path("input");
        if (input.isMissingNode() || input.isNull()) {
            throw new InvalidInputException("input", "missing; ./aisle compute --example " + name + " shows one");
        }
        return function.apply(new Input(input));
    }

    private static void error(ObjectNode answer, String field, String message) {
        answer.remove("output");
        answer.putObject("error").put("field", field).put("message", message);
    }

    private static String describe(Function function) {
        ObjectNode line =
                JSON.createObjectNode().put("function", function.name()).put("summary", function.summary());
        line.set("input", function.inputSchema());
        return line.toString();
    }

    private static String example(List<String> arguments) {
        Optional<Function> function = arguments.size() == 2 ? Functions.find(arguments.get(1)) : Optional.empty();
        if (function.isEmpty()) {
            throw new UsageException("--example: expected one of " + Functions.names());
        }
        ObjectNode line = JSON.createObjectNode()
                .put("id", 1)
                .put("function", function.get().name());
        line.set("input", function.get().example());
        return line.toString();
    }
}
