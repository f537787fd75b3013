package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.WrittenArticle;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article as the fields of a form, and back. */
final class ArticleFields {
    private ArticleFields() {}

    /** The fields of an article. */
    static Map<String, String> of(Article article) {
        ArticleText text = article.newest().text();
        Map<String, String> fields = new HashMap<>();
        fields.put("id", article.key().id());
        fields.put("locale", article.key().language().tag());
        fields.put("title", text.title());
        fields.put("body", text.body());
        fields.put("tags", String.join(", ", text.tags()));
        fields.put("products", String.join(", ", text.products()));
        fields.put("asks", String.join("\n", text.asks()));
        fields.put("url", text.url() == null ? "" : text.url());
        fields.put("validFrom", time(text.validFrom()));
        fields.put("validTo", time(text.validTo()));
        return fields;
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** What a form means. */
    static WrittenArticle written(Form form) {
        return new WrittenArticle(
                form.value("title"),
                form.value("body").replace("\r\n", "\n"),
                names(form.value("tags")),
                names(form.value("products")),
                form.value("asks")
                        .lines()
                        .map(String::strip)
                        .filter(ask -> !ask.isEmpty())
                        .toList(),
                form.value("url"),
                form.value("validFrom"),
                form.value("validTo"));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[,，\n]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What is wrong, by field. */
    static List<FieldError> errors(Map<String, String> wrong) {
        return wrong.entrySet().stream()
                .map(one -> new FieldError(one.getKey(), one.getValue()))
                .toList();
    }
}
