package dev.aisle.recommender.serving.domain;

import dev.aisle.platform.domains.Domains;
import dev.aisle.recommender.catalog.ReasonCode;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Reasons in words, in English and Chinese; other languages get English. */
public final class ReasonTexts {
    private static final String BUNDLE = "dev.aisle.recommender.serving.reasons";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;
    private final Domains domains;
    private final String domain;

    /** The texts of a language, as a shop has them. */
    public ReasonTexts(Locale locale) {
        this(locale, Domains.SHOP_ONLY);
    }

    /** The texts of a language, and of domains. */
    public ReasonTexts(Locale locale, Domains domains) {
        this(
                ResourceBundle.getBundle(BUNDLE, locale, ReasonTexts.class.getClassLoader(), NO_FALLBACK),
                locale,
                domains,
                Domains.SHOP);
    }

    private ReasonTexts(ResourceBundle texts, Locale locale, Domains domains, String domain) {
        this.texts = texts;
        this.locale = locale;
        this.domains = domains;
        this.domain = domain;
    }

    /** The texts of a domain, whose pack may have words of its own; other languages than those of the bundles get its English too. */
    public ReasonTexts in(String other) {
        return domain.equals(other) ? this : new ReasonTexts(texts, locale, domains, other);
    }

    private String words(String key) {
        Locale told = texts.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : texts.getLocale();
        return domains.reason(domain, told, key).orElseGet(() -> texts.getString(key));
    }

    /** A reason about something, named by its title. */
    public Reason of(ReasonCode code, String name, List<String> causes) {
        return new Reason(code, new MessageFormat(words(code.textKey()), locale).format(new Object[] {name}), causes);
    }

    /** A reason about nothing in particular. */
    public Reason of(ReasonCode code, List<String> causes) {
        return of(code, "", causes);
    }

    /** What a group is called in a sentence. */
    String nameOf(Group group) {
        return switch (group.kind()) {
            case COUNTRY -> Locale.of("", group.value()).getDisplayCountry(locale);
            case DEVICE -> texts.getString("device." + group.value());
        };
    }

    /** Why something isn't recommended. */
    String of(Explanation.Obstacle.Code code) {
        return texts.getString("obstacle." + code.name().toLowerCase(Locale.ROOT));
    }
}
