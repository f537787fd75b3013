package dev.aisle.e2e.clients;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets axe-core look at a page; it comes from npm as pinned in {@code clients/package-lock.json}. */
public final class Axe {
    private static final String FIND = """
        async () => {
          const only = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const found = await axe.run(document, { runOnly: only });
          return found.violations.map((one) => one.id + ' ' + one.nodes.map((node) => node.target).join(' | ')).join('\\n');
        }\
        """;

    private Axe() {}

    /** What it finds against WCAG 2.2 A and AA, in one line each; empty when there is nothing. */
    public static String violations(Page page) {
        page.evaluate(Script.TEXT);
        return (String) page.evaluate(FIND);
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
