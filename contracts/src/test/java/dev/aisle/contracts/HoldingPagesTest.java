package dev.aisle.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages are written anew by {@code mvn -pl contracts test -Dtest=HoldingPagesTest -Daisle.pages=write}. */
class HoldingPagesTest {
    private static final Path OPERATIONS = Path.of("..", "docs", "operations");
    private static final String BEGIN = "<!-- generated: HoldingPagesTest -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void thePageOfHoldingsSaysWhatTheContractSays() throws IOException {
        holds(OPERATIONS.resolve("holdings.md"), HoldingPages.holdings());
    }

    @Test
    void thePageAboutErasuresSaysWhatOutlivesOne() throws IOException {
        Path page = OPERATIONS.resolve("erasure.md");
        String text = Files.readString(page);
        assertThat(text).contains(BEGIN, END);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        holds(page, before + HoldingPages.outlivesErasure() + text.substring(text.indexOf(END)));
    }

    private static void holds(Path page, String wanted) throws IOException {
        if (System.getProperty("aisle.pages", "").equals("write")) {
            Files.writeString(page, wanted);
        }
        assertThat(page).as("see the docstring of this test").hasContent(wanted);
    }
}
