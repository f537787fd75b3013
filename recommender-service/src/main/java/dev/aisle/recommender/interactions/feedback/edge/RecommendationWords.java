package dev.aisle.recommender.interactions.feedback.edge;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Codes of models and lists in templates. */
@TemplateExtension
public final class RecommendationWords {
    private RecommendationWords() {}

    /** The key under which the words of a code stand: {@code recommendations_is_serving}. */
    public static String ofModels(String code) {
        return "recommendations_is_" + code.replace('-', '_');
    }

    /** How a state, a verdict or a check looks. */
    public static String modelTone(String code) {
        return switch (code) {
            case "serving", "passed", "completed" -> "good";
            case "canary", "shadow", "running" -> "accent";
            case "undecided", "skipped", "cancelled" -> "warn";
            case "refused", "failed" -> "bad";
            default -> "";
        };
    }

    /** Where the figures of a page are as a file, by its query. */
    public static String qualityFile(String query) {
        return "/console/recommendations/quality" + query;
    }

    /** The text as a value in an address. */
    public static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
