package dev.aisle.algorithms.privacy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.Vectors;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PiiDetectorTest {
    private static final PiiDetector FREE_TEXT = PiiDetector.of(PiiType.inFreeText());

    static Stream<String> ownCases() {
        return Vectors.lines("pii-own-cases.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("ownCases")
    void whatIsWrittenInEverydayWaysIsFoundAndWhatOnlyLooksLikeItIsNot(String line) {
        String[] cells = line.split("\t", 3);
        PiiDetector detector = PiiDetector.of(Set.of(PiiType.valueOf(cells[0])));

        List<String> found = detector.find(cells[2]).stream()
                .map(span -> cells[2].substring(span.start(), span.end()))
                .distinct()
                .toList();

        assertThat(found).isEqualTo(cells[1].equals("-") ? List.of() : List.of(cells[1]));
    }

    static Stream<String> writings() {
        return Vectors.lines("pii-writings.tsv").stream();
    }

    /** In the file a character that an editor doesn't show is written as U+202F. */
    static String unescaped(String text) {
        return Pattern.compile("\\{U\\+([0-9A-F]+)}")
                .matcher(text)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void aNumberIsFoundInWhateverWritingAndWithWhateverStandsBesideIt(String line) {
        String[] cells = line.split("\t", 2);

        assertThat(FREE_TEXT.mask(unescaped(cells[1])).text())
                .contains(cells[0])
                .doesNotContain("1111");
    }

    @Test
    void textsOfRealShopsAreLeftAsTheyAre() {
        List<String> texts = Vectors.lines("pii-clean-texts.txt");

        List<String> changed =
                texts.stream().filter(text -> !FREE_TEXT.find(text).isEmpty()).toList();

        System.out.println("PII in " + texts.size() + " clean texts: " + changed.size());
        assertThat(changed).isEmpty();
    }

    @Test
    void eachFindIsReplacedByItsKindAndTheRestStays() {
        String text = "jane@x.org or +49 170 1234567, card 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00, 10.1.2.3";

        assertThat(FREE_TEXT.mask(text).text()).isEqualTo("[email] or [phone], card [card], [iban], [ip]");
    }

    @Test
    void aNumberThatCouldBeTwoThingsIsOneFind() {
        assertThat(FREE_TEXT.find("4012 8888 8888 1881")).containsExactly(new PiiSpan(PiiType.CREDIT_CARD, 0, 19));
    }

    @Test
    void aTextMadeToTireTheDetectorIsAnsweredAndNothingInItIsPassedOver() {
        String many = "0171 1234567 x ".repeat(2_000)
                + "a@".repeat(4_000)
                + "1 ".repeat(8_000)
                + "::".repeat(4_000)
                + "a: be dad ".repeat(3_000);

        assertThat(FREE_TEXT.mask(many).text()).doesNotContain("1234567");
    }

    @Test
    void aTypeIsKnownByItsNameAndByItsLabel() {
        assertThat(PiiType.ofName("credit_card")).contains(PiiType.CREDIT_CARD);
        assertThat(PiiType.ofName("email")).contains(PiiType.EMAIL_ADDRESS);
        assertThat(PiiType.ofName("shoe size")).isEmpty();
    }
}
