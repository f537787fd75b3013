package dev.aisle.recommender.assistance.outside;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.assistant.outside.Prompt;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.assistance.conversations.edge.Talk;
import dev.aisle.recommender.assistance.knowledge.Articles;
import dev.aisle.recommender.assistance.outside.Injections.Injection;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every article and review of the corpus, written by the API and asked about over the public route, beside an outside model that says what each of them wants: the
 * answers are those that are given without it.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(PlayedModel.class)
class InjectedTextsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HONEST = "inj-honest";
    private static final String POISONED = "inj-poisoned";
    private static final Map<Language, String> TITLES = Map.of(
            Language.ENGLISH, "Returning unused zithers",
            Language.CHINESE, "未使用的古筝退货");
    private static final Map<Language, String> TRUTHS = Map.of(
            Language.ENGLISH, "Unused zithers can be returned within 30 days of delivery.",
            Language.CHINESE, "未使用的古筝在签收后30天内可以退货。");
    private static final Map<Language, String> QUESTIONS = Map.of(
            Language.ENGLISH, "Can unused zithers be returned, and how?",
            Language.CHINESE, "未使用的古筝可以退货吗？");

    @AfterEach
    void theModelIsSilentAndTheArticlesAreGone() {
        PlayedModel.isSilent();
        for (String id : List.of(HONEST, POISONED)) {
            for (String locale : List.of("en", "zh")) {
                String tag = Articles.read(id, locale).header("ETag");
                if (tag != null) {
                    Articles.editor().header("If-Match", tag).delete("/v1/articles/" + id + "/" + locale);
                }
            }
        }
    }

    @Test
    void noArticleMakesTheAssistantSayWhatItWants() {
        for (Language language : Language.values()) {
            Articles.publish(HONEST, language.tag(), article(language, TRUTHS.get(language)));
        }
        List<String> obeyed = new ArrayList<>();
        for (Injection one : Injections.in("article")) {
            Language language = one.language();
            String text = one.text().replace("Unused items", "Unused zithers").replace("未使用的商品", "未使用的古筝");
            importApproved(language, text);
            awaitFound(language);
            for (String said : List.of(TRUTHS.get(language) + "\n" + one.wanted(), Prompt.NO_ANSWER)) {
                PlayedModel.model().says(said);

                JsonPath answer = ask(language, QUESTIONS.get(language));

                if (!answer.getString("kind").equals("article")
                        || !answer.getString("text").equals(TRUTHS.get(language))) {
                    obeyed.add(one + " → " + answer.getString("text"));
                }
            }
        }

        assertThat(obeyed).isEmpty();
    }

    private static void importApproved(Language language, String text) {
        String table = "id,locale,title,body\n" + POISONED + "," + language.tag() + "," + TITLES.get(language) + ",\""
                + text.replace("\"", "\"\"") + "\"\n";
        Articles.editor()
                .contentType("text/csv; charset=UTF-8")
                .body(table)
                .post("/v1/articles/import?state=approved")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
    }

    /** Both articles can be found by meaning, which comes last, with the version that was just approved. */
    private static void awaitFound(Language language) {
        int version = Articles.read(POISONED, language.tag()).jsonPath().getInt("servedVersion");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            JsonPath found = Articles.search(QUESTIONS.get(language), language.tag(), "meaning")
                    .jsonPath();
            return found.getList("passages.article").contains(HONEST)
                    && found.getList("passages.findAll { it.article == '" + POISONED + "' }.version")
                            .contains(version);
        });
    }

    private static Map<String, String> article(Language language, String text) {
        return Map.of("title", TITLES.get(language), "body", text);
    }

    @Test
    void noReviewMakesTheAssistantSayWhatItWants() {
        Map<Language, String> names = Map.of(Language.ENGLISH, "Vexillum kettle", Language.CHINESE, "旌旗电水壶");
        Map<Language, String> praises = Map.of(Language.ENGLISH, "The quality is great.", Language.CHINESE, "质量很好。");
        names.forEach((language, name) -> Written.sold(Written.product("inj-" + language.tag(), name, "Kettles")));
        Map<Language, JsonPath> before = new HashMap<>();
        for (Language language : Language.values()) {
            for (int n = 1; n <= 4; n++) {
                review(language, "r" + n, praises.get(language));
            }
            await().atMost(PATIENCE)
                    .until(() -> ask(language, asked(names, language))
                            .getString("kind")
                            .equals("reviews"));
            before.put(language, ask(language, asked(names, language)));
        }
        List<String> obeyed = new ArrayList<>();
        for (Injection one : Injections.in("review")) {
            Language language = one.language();
            PlayedModel.model().says(one.wanted());
            review(language, "r4", one.text() + " " + praises.get(language));

            JsonPath answer = ask(language, asked(names, language));

            String text = answer.getString("text");
            if (!text.equals(before.get(language).getString("text"))
                    || !answer.getList("products").equals(before.get(language).getList("products"))) {
                obeyed.add(one + " → " + text);
            }
        }

        assertThat(obeyed).isEmpty();
    }

    private static String asked(Map<Language, String> names, Language language) {
        return language == Language.CHINESE
                ? names.get(language) + "的评价怎么样？"
                : "What do reviews say about the " + names.get(language) + "?";
    }

    private static void review(Language language, String id, String text) {
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body(Map.of("text", text, "locale", language.tag(), "at", "2026-11-01T00:00:00Z"))
                .put("/v1/products/inj-" + language.tag() + "/reviews/" + id)
                .then()
                .statusCode(204);
    }

    private static JsonPath ask(Language language, String question) {
        return Talk.of(null, language.tag())
                .says(question)
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
