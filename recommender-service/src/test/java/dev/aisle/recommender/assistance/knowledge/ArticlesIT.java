package dev.aisle.recommender.assistance.knowledge;

import static dev.aisle.recommender.assistance.knowledge.Articles.editor;
import static dev.aisle.recommender.assistance.knowledge.Articles.publish;
import static dev.aisle.recommender.assistance.knowledge.Articles.read;
import static dev.aisle.recommender.assistance.knowledge.Articles.save;
import static dev.aisle.recommender.assistance.knowledge.Articles.search;
import static dev.aisle.recommender.assistance.knowledge.Articles.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleStep;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.store.PassageVectors;
import dev.aisle.assistant.knowledge.usecase.ForgetPoints;
import dev.aisle.assistant.knowledge.usecase.SaveArticle;
import dev.aisle.assistant.knowledge.usecase.TakeArticleStep;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.text.TextHash;
import dev.aisle.text.TextModel;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ArticlesIT {
    @Inject
    ForgetPoints forgetPoints;

    @Inject
    PassageVectors vectors;

    @Inject
    SaveArticle saveArticle;

    @Inject
    TakeArticleStep takeStep;

    @Inject
    AgroalDataSource database;

    @Inject
    Event<DatabaseWentBack> wentBack;

    @Test
    void anArticleThatADatabaseThatWentBackHasLostIsNotFound() throws SQLException {
        publish("know-lost", "en", Map.of("title", "Lost otters", "body", "Otters get lost in tunnels."));
        publish("know-kept", "en", Map.of("title", "Kept otters", "body", "Otters are kept in pairs."));
        found("otters tunnels").body("passages.article", hasItem("know-lost"));

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from article_version where id = 'know-lost'");
            statement.executeUpdate("delete from article where id = 'know-lost'");
        }
        wentBack.fire(new DatabaseWentBack(Sign.ROW, "a test"));

        await().untilAsserted(() -> found("otters tunnels").body("passages.article", not(hasItem("know-lost"))));
        found("otters pairs").body("passages.article", hasItem("know-kept"));
    }

    @Test
    void onlyWhatIsApprovedIsFoundAndItStaysWhileADraftIsEdited() {
        save("know-moulting", "en", Map.of("title", "Moulting ferrets", "body", "Ferrets moult in spring."))
                .then()
                .statusCode(201)
                .header("ETag", "\"r1\"")
                .body("newest.state", equalTo("draft"));
        found("moulting ferrets").body("passages.article", not(hasItem("know-moulting")));

        step("know-moulting", "en", "submit").then().statusCode(200).body("newest.state", equalTo("in_review"));
        step("know-moulting", "en", "approve").then().statusCode(200).body("servedVersion", equalTo(1));
        found("moulting ferrets").body("passages[0].article", equalTo("know-moulting"));

        save("know-moulting", "en", Map.of("title", "Moulting ferrets", "body", "Ferrets moult in autumn."))
                .then()
                .statusCode(200)
                .body("newest.version", equalTo(2))
                .body("servedVersion", equalTo(1));
        found("moulting ferrets").body("passages[0].text", equalTo("Ferrets moult in spring."));

        step("know-moulting", "en", "submit").then().statusCode(200);
        step("know-moulting", "en", "approve").then().statusCode(200).body("servedVersion", equalTo(2));
        found("moulting ferrets").body("passages[0].text", equalTo("Ferrets moult in autumn."));

        editor().header("If-Match", read("know-moulting", "en").header("ETag"))
                .delete("/v1/articles/know-moulting/en")
                .then()
                .statusCode(200)
                .body("newest.state", equalTo("retired"))
                .body("servedVersion", equalTo(null));
        found("moulting ferrets").body("passages.article", not(hasItem("know-moulting")));
        editor().get("/v1/articles/know-moulting/en/versions")
                .then()
                .body("versions.version", equalTo(List.of(2, 1)))
                .body("versions[1].body", equalTo("Ferrets moult in spring."));
    }

    @Test
    void whatAnotherInstanceApprovesIsFoundSoon() {
        ArticleKey key = new ArticleKey("know-elsewhere", Language.ENGLISH);
        ArticleText text =
                new ArticleText("Axolotl tanks", "Keep them cool.", List.of(), List.of(), List.of(), null, null, null);
        // As another instance does it: in the tables, without a word to this one.
        saveArticle.save(key, text, null, "elsewhere");
        takeStep.take(key, ArticleStep.SUBMIT, 1, "elsewhere");
        takeStep.take(key, ArticleStep.APPROVE, 2, "elsewhere");

        await().untilAsserted(() -> found("axolotl tanks").body("passages[0].article", equalTo("know-elsewhere")));
    }

    private static ValidatableResponse found(String question) {
        return search(question, "en", "both").then().statusCode(200);
    }

    @Test
    void aChangeNamesWhatItRestsOn() {
        Map<String, String> first = Map.of("title", "Etags", "body", "First.");
        Map<String, String> second = Map.of("title", "Etags", "body", "Second.");
        save("know-etag", "en", first).then().statusCode(201);

        editor().body(second).put("/v1/articles/know-etag/en").then().statusCode(428);
        editor().body(second)
                .header("If-Match", "\"r9\"")
                .put("/v1/articles/know-etag/en")
                .then()
                .statusCode(412)
                .body("detail", containsString("\"r1\""));
        editor().body(second)
                .header("If-Match", "\"r1\"")
                .put("/v1/articles/know-etag/de")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("locale"));
        save("know-etag", "en", first).then().statusCode(200).body("newest.version", equalTo(1));
        editor().header("If-Match", "\"r1\"")
                .body(Map.of("step", "approve"))
                .post("/v1/articles/know-etag/en/steps")
                .then()
                .statusCode(409);
        editor().body(Map.of("step", "submit"))
                .post("/v1/articles/know-etag/en/steps")
                .then()
                .statusCode(428);
    }

    @Test
    void whatIsNotValidNowIsNotServedAndAnOlderVersionIs() {
        publish("know-hours", "en", Map.of("title", "Zephyr hours", "body", "Open from nine."));
        publish(
                "know-hours",
                "en",
                Map.of(
                        "title",
                        "Zephyr hours",
                        "body",
                        "Open from ten at Christmas.",
                        "validFrom",
                        Instant.now().plus(Duration.ofDays(20)).toString()));
        found("zephyr hours").body("passages[0].text", equalTo("Open from nine."));

        publish(
                "know-hours",
                "en",
                Map.of(
                        "title",
                        "Zephyr hours",
                        "body",
                        "Open from eleven today.",
                        "validTo",
                        Instant.now().plus(Duration.ofDays(1)).toString()));
        found("zephyr hours").body("passages[0].text", equalTo("Open from eleven today."));
    }

    @Test
    void theListIsFiltered() {
        save(
                        "know-listed",
                        "zh",
                        Map.of(
                                "title",
                                "清单",
                                "body",
                                "内容",
                                "tags",
                                List.of("know-tag"),
                                "products",
                                List.of("know-p1"),
                                "url",
                                "/help/list"))
                .then()
                .statusCode(201);
        for (String filter : List.of("tag=know-tag", "product=know-p1", "locale=zh&state=draft&after=know-listec")) {
            editor().get("/v1/articles?" + filter)
                    .then()
                    .statusCode(200)
                    .body("articles.newest.id", hasItem("know-listed"))
                    .body("articles.newest.body", everyItem(equalTo(null)));
        }
        editor().get("/v1/articles?tag=know-tag&state=approved").then().body("articles.size()", equalTo(0));
        editor().get("/v1/articles?state=lost").then().statusCode(400);
        editor().get("/v1/articles?size=1&tag=know-tag").then().body("next", equalTo(null));
    }

    @Test
    void whatIsWrongIsNamed() {
        save("know-wrong", "en", Map.of("title", "", "body", " ", "url", "javascript:alert(1)", "validFrom", "soon"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("validFrom"));
        save("know-wrong", "en", Map.of("title", "x\0", "body", "y\0", "url", "javascript:alert(1)"))
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("title", "body", "url")));
        editor().body("{\"title\":\"T\",\"body\":\"" + "x".repeat(1_100_000) + "\"}")
                .put("/v1/articles/know-wrong/en")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("body"));
        editor().body("null").put("/v1/articles/know-wrong/en").then().statusCode(400);
        editor().body("[]").put("/v1/articles/know-wrong/en").then().statusCode(400);
        editor().body("{}").put("/v1/articles/Know%20Wrong/en").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀😀😀",
                "a:b AND (c OR [d TO e] ~2^3 \"f",
                "*?",
                "<script>alert(1)</script>",
                "\0\0 zephyr",
                "Где мой заказ?",
                "أين طلبي",
                "'; drop table article; --"
            })
    void aStrangeQuestionHasAnAnswerAndNoError(String question) {
        for (String by : List.of("words", "meaning", "both")) {
            search(question, "en", by).then().statusCode(200);
            search(question, "zh", by).then().statusCode(200);
        }
    }

    @Test
    void aLongQuestionIsRefused() {
        Response response = search("x ".repeat(2_500), "en", "both");

        assertThat(response.statusCode()).isIn(400, 414);
    }

    @Test
    void whatOnlyMeansTheSameIsFoundByMeaning() {
        publish(
                "know-sackbut",
                "en",
                Map.of(
                        "title",
                        "Tuition for brass instruments",
                        "body",
                        "A trombonist visits you at home and teaches beginners on Saturdays."));
        publish("know-sackbut", "zh", Map.of("title", "铜管乐器教学", "body", "长号老师每周六上门辅导初学者。"));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            search("somebody who gives music lessons for the trumpet", "en", "meaning")
                    .then()
                    .body("passages[0].article", equalTo("know-sackbut"));
            search("有人可以教我的孩子吹小号吗", "zh", "meaning").then().body("passages[0].article", equalTo("know-sackbut"));
        });
        search("somebody who gives music lessons for the trumpet", "en", "words")
                .then()
                .body("passages.article", not(hasItem("know-sackbut")));
    }

    @Test
    void thePointsOfATextThatNoArticleHasAnyMoreAreRemoved() {
        publish("know-points", "en", Map.of("title", "Numbat burrows", "body", "Numbats sleep in hollow logs."));
        long hash = TextHash.of("Numbat burrows. Numbats sleep in hollow logs.");
        await().atMost(Duration.ofSeconds(60)).until(() -> stored(hash));

        forgetPoints.forget(Instant.now().plusSeconds(60));
        assertThat(stored(hash)).isTrue();
        publish("know-points", "en", Map.of("title", "Numbat burrows", "body", "Numbats sleep in trees."));
        forgetPoints.forget(Instant.now().minus(Duration.ofDays(1)));
        assertThat(stored(hash)).isTrue();
        forgetPoints.forget(Instant.now().plusSeconds(60));
        assertThat(stored(hash)).isFalse();
    }

    private boolean stored(long hash) {
        return vectors.find(TextModel.ENGLISH, List.of(hash)).containsKey(hash);
    }
}
