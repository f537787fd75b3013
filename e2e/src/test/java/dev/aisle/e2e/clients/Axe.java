package dev.aisle.e2e.clients;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lets axe-core look at a page; it comes from npm as pinned in {@code clients/package-lock.json}. */
public final class Axe {
    private static final String FIND = """
        async ([only, impacts]) => {
          const found = await axe.run(document, { runOnly: only });
          return found.violations.filter((one) => impacts.includes(one.impact)).map((one) => one.id + ' ' + one.nodes.map((node) => node.target).join(' | ')).join('\\n');
        }\
        """;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final List<String> ALL = List.of("minor", "moderate", "serious", "critical");

    private Axe() {}

    /** What it finds against WCAG 2.2 A and AA, in one line each; empty when there is nothing. */
    public static String violations(Page page) {
        return found(page, WCAG, ALL);
    }

    /** What it finds against them and against good practice that hinders somebody seriously; likewise. */
    public static String serious(Page page) {
        return found(
                page, Stream.concat(WCAG.stream(), Stream.of("best-practice")).toList(), SERIOUS);
    }

    private static String found(Page page, List<String> rules, List<String> impacts) {
        page.evaluate(Script.TEXT);
        return (String) page.evaluate(FIND, List.of(rules, impacts));
    }

    private static final class Script {
        static final String TEXT = read();

        private static String read() {
            Path file = Node.withClients().folder().resolve("node_modules/axe-core/axe.min.js");
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException("There is no axe-core", e);
            }
        }
    }
}
