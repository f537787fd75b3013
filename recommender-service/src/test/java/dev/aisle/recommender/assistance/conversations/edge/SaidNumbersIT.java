package dev.aisle.recommender.assistance.conversations.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.aisle.assistant.answering.usecase.AnswerMessage;
import dev.aisle.assistant.answering.usecase.AnswerMessage.Entry;
import dev.aisle.assistant.answering.usecase.OpenConversation;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.domain.ReceivedText;
import dev.aisle.assistant.conversations.domain.ReceivedText.Legible;
import dev.aisle.assistant.conversations.domain.Source;
import dev.aisle.assistant.knowledge.store.PassageIndex;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over every question of the project's set: each number of an answer stands in the article that it names as its source. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SaidNumbersIT {
    private static final Path KNOWLEDGE = Path.of("..", "deploy", "knowledge");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");

    @Inject
    OpenConversation openConversation;

    @Inject
    AnswerMessage answerMessage;

    @Inject
    PassageIndex index;

    @BeforeEach
    void articlesAreKnown() throws IOException {
        try (Stream<Path> files = Files.walk(KNOWLEDGE.resolve("articles"))) {
            String all = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(SaidNumbersIT::text)
                    .collect(Collectors.joining("\n"));
            given().auth()
                    .oauth2(TestTokens.of("editor", Role.MARKETER))
                    .contentType("text/markdown;charset=UTF-8")
                    .body(all)
                    .post("/v1/articles/import?state=approved")
                    .then()
                    .statusCode(200);
        }
        await().atMost(Duration.ofMinutes(2)).until(this::everythingIsRead);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> answer("How long does delivery within Germany take?", "en")
                                .said()
                                .kind()
                        == AnswerKind.ARTICLE);
    }

    private boolean everythingIsRead() {
        PassageIndex.Size size = index.size();
        return size.points() == size.passages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyNumberOfAnAnswerOccursInItsSources(String language) throws IOException {
        int fromArticles = 0;
        for (String question : questions(language)) {
            Message answer = answer(question, language);
            if (answer.said().kind() == AnswerKind.ARTICLE) {
                fromArticles++;
                Set<String> said = numbers(answer.text());
                said.removeAll(numbersOf(
                        answer.shown().sources(), answer.said().language().tag()));
                assertThat(said).as("%s → %s", question, answer.text()).isEmpty();
                assertThat(answer.shown().sources()).isNotEmpty();
            }
        }
        assertThat(fromArticles).isGreaterThan(60);
    }

    @Test
    void aFollowUpIsReadWithTheQuestionBefore() {
        Talk talk = Talk.of(null, "en");
        talk.says("How much is the delivery fee?").statusCode(201).body("kind", is("article"));
        talk.says("and to Austria?").statusCode(201).body("kind", is("article"), "text", containsString("Austria"));

        Talk chinese = Talk.of(null, "zh");
        chinese.says("运费是多少？").statusCode(201).body("kind", is("article"));
        chinese.says("那奥地利呢？").statusCode(201).body("kind", is("article"), "text", containsString("奥地利"));
    }

    private Message answer(String question, String language) {
        OpenConversation.Outcome.Opened opened =
                (OpenConversation.Outcome.Opened) openConversation.open("", Locale.forLanguageTag(language), "");
        Entry.Entered entered =
                (Entry.Entered) answerMessage.enter(opened.conversation().id().toString(), opened.token());
        return answerMessage
                .answer(entered, (Legible) ReceivedText.of(question), _ -> {})
                .orElseThrow()
                .answer();
    }

    private static List<String> questions(String language) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(KNOWLEDGE.resolve("questions/" + language + ".csv"))) {
            return rows.stream().map(row -> row.getField("text")).toList();
        }
    }

    private static Set<String> numbersOf(List<Source> sources, String language) {
        Set<String> numbers = new HashSet<>();
        sources.forEach(source -> numbers.addAll(
                numbers(text(KNOWLEDGE.resolve("articles/" + language + "/" + source.article() + ".md")))));
        return numbers;
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
