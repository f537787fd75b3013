package dev.aisle.campaign.campaigns.contacts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody says. */
public enum Word {
    USEFUL,
    /** Keeps the campaign away from the person, until the person says {@link #USEFUL} to it. */
    NOT_FOR_ME,
    /** Lowers how often the person gets anything. */
    TOO_OFTEN,
    /** One to five. */
    STARS,
    /** By the link of a message; what it stops is the channel's purpose. */
    UNSUBSCRIBED;

    /** What a storefront may send, for an answer to somebody who sent something else. */
    public static final String SAYABLE = Arrays.stream(values())
            .filter(word -> word != UNSUBSCRIBED)
            .map(Word::code)
            .collect(Collectors.joining(", "));

    /** The name in bodies and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word that a storefront may send by that name. */
    public static Optional<Word> sayable(String code) {
        return Arrays.stream(values())
                .filter(word -> word != UNSUBSCRIBED && word.code().equals(code))
                .findFirst();
    }
}
