package dev.aisle.recommender.assistance.knowledge;

import static io.restassured.RestAssured.given;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The API of articles as an editor uses it. */
public final class Articles {
    private Articles() {}

    /** A caller who may write articles. */
    public static RequestSpecification editor() {
        return given().auth().oauth2(TestTokens.withRoles(Role.MARKETER)).contentType("application/json");
    }

    /** Writes a version as a draft, whether or not there is one. */
    public static Response save(String id, String locale, Map<String, ?> article) {
        String tag = read(id, locale).header("ETag");
        RequestSpecification request = editor().body(article);
        return (tag == null ? request : request.header("If-Match", tag)).put("/v1/articles/" + id + "/" + locale);
    }

    /** The newest version. */
    public static Response read(String id, String locale) {
        return editor().get("/v1/articles/" + id + "/" + locale);
    }

    /** Takes a step with what is there now. */
    public static Response step(String id, String locale, String step) {
        return editor().header("If-Match", read(id, locale).header("ETag"))
                .body(Map.of("step", step))
                .post("/v1/articles/" + id + "/" + locale + "/steps");
    }

    /** Writes a version and lets it be served. */
    public static void publish(String id, String locale, Map<String, ?> article) {
        save(id, locale, article).then().log().ifValidationFails();
        step(id, locale, "submit").then().statusCode(200);
        step(id, locale, "approve").then().statusCode(200);
    }

    /** What a shopper's question finds. */
    public static Response search(String question, String locale, String by) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .queryParam("q", question)
                .queryParam("locale", locale)
                .queryParam("by", by)
                .get("/v1/knowledge/search");
    }
}
