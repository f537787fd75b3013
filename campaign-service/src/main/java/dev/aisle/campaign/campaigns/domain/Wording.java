package dev.aisle.campaign.campaigns.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a shopper reads, in one language. All of it are templates.
 *
 * @param title of a placement; empty where nothing is shown
 * @param subject of a message
 * @param text of a message, and the text part of a mail
 * @param html of a mail
 */
public record Wording(
        String title,
        String body,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html) {
    /** What a placement shows. */
    public Wording(String title, String body) {
        this(title, body, null, null, null);
    }
}
