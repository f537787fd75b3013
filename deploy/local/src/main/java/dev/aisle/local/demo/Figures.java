package dev.aisle.local.demo;

import dev.aisle.local.shell.Progress;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the demo has measured, for its last lines. */
final class Figures {
    private final Map<String, String> all = new LinkedHashMap<>();

    void note(String what, String value) {
        all.put(what, value);
    }

    void print(Progress progress) {
        progress.say("");
        progress.step("The figures of this run:");
        all.forEach((what, value) -> progress.say("          " + what + ": " + value));
    }
}
