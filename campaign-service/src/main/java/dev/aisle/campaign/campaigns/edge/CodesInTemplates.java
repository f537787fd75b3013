package dev.aisle.campaign.campaigns.edge;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Codes of campaigns in templates. */
@TemplateExtension
final class CodesInTemplates {
    private CodesInTemplates() {}

    /** The key under which the words of a code stand: {@code campaigns_is_running}. */
    static String inWords(String code) {
        return "campaigns_is_" + code;
    }

    /** The text as a value in an address. */
    static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
