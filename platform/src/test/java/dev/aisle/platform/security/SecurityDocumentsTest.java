package dev.aisle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the documents on security say is there is there. */
class SecurityDocumentsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path DOCUMENTS = PROJECT.resolve("docs/security");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");
    private static final Set<String> SOURCES = new TreeSet<>();

    @BeforeAll
    static void look() throws IOException {
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean own = !name.equals("target")
                        && !name.equals("node_modules")
                        && (!name.startsWith(".") || name.equals(".."));
                return own ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    SOURCES.add(name.substring(0, name.length() - ".java".length()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static List<String> rows(String document) throws IOException {
        return Files.readAllLines(DOCUMENTS.resolve(document)).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
                .toList();
    }

    @Test
    void eachTestOfTheThreatModelIsThere() throws IOException {
        for (String row : rows("threat-model.md")) {
            Set<String> tests =
                    TEST.matcher(row).results().map(found -> found.group(1)).collect(Collectors.toSet());
            assertThat(SOURCES).as(row).containsAll(tests);
            if (tests.isEmpty()) {
                assertThat(row)
                        .as("without a test it says that it isn't stopped, or why")
                        .containsPattern("\\*\\*|they hold no");
            }
        }
    }

    @Test
    void eachParserHasItsTargetAndEachTargetItsRow() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String row : rows("fuzzing.md").stream()
                .filter(line -> line.startsWith("| `"))
                .toList()) {
            Matcher classes = CLASS.matcher(row);
            assertThat(classes.find()).as(row).isTrue();
            assertThat(SOURCES).as(row).contains(classes.group(1));
            Matcher tests = TEST.matcher(row);
            assertThat(tests.find()).as(row).isTrue();
            named.add(tests.group(1));
        }

        assertThat(named)
                .isEqualTo(SOURCES.stream()
                        .filter(name -> name.endsWith("FuzzTest"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
