package dev.aisle.assistant.understanding.intents;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.aisle.assistant.shared.Language;
import dev.aisle.text.SentenceModels;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedIntentsTest {
    private final TextPoints points = new TextPoints(new SentenceModels(true));

    @ParameterizedTest
    @EnumSource
    void everyIntentHasFortyExamplesAndNoneIsAQuestionOfTheSet(Language language) throws IOException {
        List<Example> examples = ShippedExamples.of(language);
        Map<Intent, Long> counts =
                examples.stream().collect(Collectors.groupingBy(Example::intent, Collectors.counting()));

        assertThat(counts).containsOnlyKeys(Intent.values());
        assertThat(counts.values()).allMatch(count -> count >= 40);
        assertThat(examples.stream().map(Function.identity()).distinct()).hasSameSizeAs(examples);
        Set<String> questions;
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(Path.of("../deploy/knowledge/questions/" + language.tag() + ".csv"))) {
            questions = rows.stream().map(row -> bare(row.getField("text"))).collect(Collectors.toSet());
        }
        assertThat(examples).noneMatch(one -> questions.contains(bare(one.text())));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void buildingTwiceGivesTheSameBytesInWhateverOrderTheExamplesCome() throws IOException {
        byte[] once = TrainIntents.bytes(Language.CHINESE, points);
        List<Example> shuffled = new ArrayList<>(ShippedExamples.of(Language.CHINESE));
        Collections.reverse(shuffled);

        assertThat(TrainIntents.bytes(Language.CHINESE, points)).isEqualTo(once);
        assertThat(IntentLearner.ordered(shuffled))
                .isEqualTo(IntentLearner.ordered(ShippedExamples.of(Language.CHINESE)));
        assertThat(IntentModel.read(new DataInputStream(new ByteArrayInputStream(once)))
                        .version())
                .isEqualTo(ShippedModels.of(Language.CHINESE).version());
    }

    @ParameterizedTest
    @EnumSource
    void theBuiltModelIsOfTheExamplesThatShip(Language language) {
        IntentModel model = ShippedModels.of(language);

        assertThat(model.version()).isEqualTo(IntentLearner.version(ShippedExamples.of(language), points.id(language)));
        assertThat(model.confusion().macroF1()).isGreaterThan(0.75);
        assertThat(model.points()).isNotNull();
        System.out.printf(
                "%s: %d examples, held out accuracy %.3f, macro-F1 %.3f, bar %.3f%n",
                language,
                ShippedExamples.of(language).size(),
                model.confusion().accuracy(),
                model.confusion().macroF1(),
                model.bar());
    }

    @ParameterizedTest
    @EnumSource
    void anotherExampleIsAnotherVersion(Language language) {
        List<Example> more = new ArrayList<>(ShippedExamples.of(language));
        String before = IntentLearner.version(more, "m");
        more.add(new Example(language, Intent.RETURN, "moonwards with it"));

        assertThat(IntentLearner.version(more, "m")).isNotEqualTo(before);
        assertThat(IntentLearner.version(ShippedExamples.of(language), "other")).isNotEqualTo(before);
    }
}
