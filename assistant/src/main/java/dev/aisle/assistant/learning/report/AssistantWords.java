package dev.aisle.assistant.learning.report;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Codes of the assistant in templates. */
@TemplateExtension
public final class AssistantWords {
    private AssistantWords() {}

    /** The key under which the words of a code stand: {@code assistant_is_in_review}. */
    public static String ofAssistant(String code) {
        return "assistant_is_" + code.toLowerCase(Locale.ROOT);
    }

    /** The key of what a step's button says. */
    public static String stepOfAssistant(String step) {
        return "assistant_step_" + step;
    }

    /** Where the report of these days is as a file. */
    public static String assistantFile(String from, String to) {
        return "/console/assistant/report?from=" + encoded(from) + "&to=" + encoded(to);
    }

    /** The text as a value in an address. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How an article's state looks. */
    public static String articleTone(String state) {
        return switch (state) {
            case "approved" -> "good";
            case "in_review" -> "warn";
            case "draft" -> "accent";
            default -> "";
        };
    }
}
