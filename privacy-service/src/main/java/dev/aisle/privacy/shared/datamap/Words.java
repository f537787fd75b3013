package dev.aisle.privacy.shared.datamap;

import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of one language; English where a language isn't known. */
public final class Words {
    private static final String BUNDLE = "dev.aisle.privacy.shared.datamap.words";
    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final ResourceBundle bundle;

    private Words(Locale locale) {
        bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of the first language of these that is known. */
    public static Words of(List<Locale> preferred) {
        return new Words(preferred.stream()
                .filter(locale ->
                        KNOWN.stream().anyMatch(known -> known.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH));
    }

    /** The words for a key such as {@code reason.explicit_grant}. */
    public String of(String key) {
        return bundle.getString(key);
    }

    /** The words for a key, or for another one where there are none. */
    public String of(String key, String otherwise) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return bundle.getString(otherwise);
        }
    }

    /** The words for a text of the data map, which is English: a section, a source, a reason to keep something. */
    public String told(String text) {
        String key = "map." + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return bundle.containsKey(key) ? bundle.getString(key) : text;
    }

    /** The same of what stays. */
    public List<Stay> told(List<Stay> stays) {
        return stays.stream()
                .map(stay -> new Stay(
                        stay.service(),
                        stay.sections().stream().map(this::told).toList(),
                        stay.why(),
                        stay.because() == null ? null : told(stay.because()),
                        stay.purposes(),
                        stay.until()))
                .toList();
    }
}
