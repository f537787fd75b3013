package dev.aisle.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.code.TranscoderUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the documents, each beside its source. They are drawn anew by {@code ./aisle}'s Maven with {@code -pl deploy/publish test
 * -Dtest=DiagramTest -Daisle.pages=write}.
 */
class DiagramTest {
    private static final Path DOCUMENTS =
            Path.of("../../docs").toAbsolutePath().normalize();
    private static final Pattern EMBEDDED = Pattern.compile("<!--SRC=\\[([^\\]]*)\\]-->");

    @BeforeAll
    static void drawsWithoutAScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.filter(file -> file.toString().endsWith(".puml")).sorted().toList().stream()
                    .map(DOCUMENTS::relativize);
        }
    }

    /** Fonts differ from machine to machine, so the source in the picture is compared and not the drawing. */
    @ParameterizedTest
    @MethodSource("sources")
    void aPictureIsMadeOfItsSource(Path file) throws IOException {
        Path source = DOCUMENTS.resolve(file);
        Path picture = DOCUMENTS.resolve(file.toString().replace(".puml", ".svg"));
        if (System.getProperty("aisle.pages", "").equals("write")) {
            Files.writeString(picture, drawn(Files.readString(source)));
        }

        assertThat(picture).exists();
        assertThat(lines(embedded(Files.readString(picture)))).isEqualTo(lines(Files.readString(source)));
    }

    private static String drawn(String source) throws IOException {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        String description = new SourceStringReader(source)
                .outputImage(svg, new FileFormatOption(FileFormat.SVG))
                .getDescription();
        assertThat(description).doesNotContainIgnoringCase("error");
        return svg.toString(StandardCharsets.UTF_8) + "\n";
    }

    private static String embedded(String svg) throws IOException {
        Matcher comment = EMBEDDED.matcher(svg);
        assertThat(comment.find()).as("the picture holds its source").isTrue();
        return TranscoderUtil.getDefaultTranscoder().decode(comment.group(1));
    }

    private static List<String> lines(String source) {
        return source.strip().lines().map(String::stripTrailing).toList();
    }
}
