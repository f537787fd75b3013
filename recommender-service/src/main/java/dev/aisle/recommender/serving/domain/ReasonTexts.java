package dev.aisle.recommender.serving.domain;

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

    /** The texts of a language. */
    public ReasonTexts(Locale locale) {
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, ReasonTexts.class.getClassLoader(), NO_FALLBACK);
        this.locale = locale;
    }

    /** A reason about something, named by its title. */
    public Reason of(ReasonCode code, String name, List<String> causes) {
        return new Reason(
                code, new MessageFormat(texts.getString(code.textKey()), locale).format(new Object[] {name}), causes);
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
