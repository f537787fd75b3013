package dev.aisle.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.code.TranscoderUtil;
import net.sourceforge.plantuml.preproc.Defines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of the documents. They are drawn anew by {@code mvn -pl deploy/publish test -Dtest=DiagramTest -Daisle.pages=write}. */
class DiagramTest {
    private static final Path DOCUMENTS = Path.of("../../docs").toAbsolutePath().normalize();
    private static final Path STYLE = DOCUMENTS.resolve("diagrams.style");
    private static final Pattern EMBEDDED = Pattern.compile("<!--SRC=\\[([^\\]]*)\\]-->");

    @BeforeAll
    static void drawsWithoutAScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".puml"))
                    .map(DOCUMENTS::relativize)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Fonts differ from machine to machine, so the source and the style that a picture holds are compared, and not the drawing. */
    @ParameterizedTest
    @MethodSource("sources")
    void aPictureIsMadeOfItsSource(Path file) throws IOException {
        List<String> source = Files.readAllLines(DOCUMENTS.resolve(file));
        List<String> style = Files.readAllLines(STYLE);
        Path picture = DOCUMENTS.resolve(file.toString().replace(".puml", ".svg"));
        if (System.getProperty("aisle.pages", "").equals("write")) {
            Files.writeString(picture, drawn(source, style));
        }

        List<String> meant = new ArrayList<>(source);
        meant.addAll(1, style);
        assertThat(picture).exists();
        assertThat(embedded(Files.readString(picture))).isEqualTo(meant);
    }

    private static String drawn(List<String> source, List<String> style) throws IOException {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        new SourceStringReader(Defines.createEmpty(), String.join("\n", source), style)
                .outputImage(svg, new FileFormatOption(FileFormat.SVG));
        assertThat(svg.toString(StandardCharsets.UTF_8)).doesNotContain("Syntax Error");
        return svg.toString(StandardCharsets.UTF_8) + "\n";
    }

    /** A comment of XML can't hold two hyphens in a row, so PlantUML puts a space between them. */
    private static List<String> embedded(String svg) throws IOException {
        Matcher comment = EMBEDDED.matcher(svg);
        assertThat(comment.find()).as("the picture holds its source").isTrue();
        String source = comment.group(1).replace(" ", "");
        return TranscoderUtil.getDefaultTranscoder()
                .decode(source)
                .strip()
                .lines()
                .toList();
    }
}
