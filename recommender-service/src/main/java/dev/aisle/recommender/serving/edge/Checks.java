package dev.aisle.recommender.serving.edge;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.storage.StoredText;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.Group.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request; both protocols ask the same questions and name the fields in their own way. */
final class Checks {
    static final int LARGEST_SIZE = 100;
    static final int MOST_ITEMS = 100;
    static final int MOST_EXCLUDED = 1_000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 50;
    private static final int MOST_TREND = 10;
    private static final int LONGEST_MILLIS = 60_000;

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void subject(String field, String subject) {
        if (!subject.isEmpty() && !Pseudonym.isPseudonym(subject)) {
            refuse(field, "must be a pseudonym (p1.…) from POST /v1/pseudonyms of the ingest service, or empty");
        }
    }

    void size(String field, int size) {
        if (size < 1 || size > LARGEST_SIZE) {
            refuse(field, "must be 1 to " + LARGEST_SIZE);
        }
    }

    void ids(String field, Collection<@Nullable String> ids, int most) {
        if (ids.size() > most) {
            refuse(field, "must have at most " + most + " entries");
            return;
        }
        int place = 0;
        for (String id : ids) {
            id(field + "[" + place++ + "]", id);
        }
    }

    void id(String field, @Nullable String id) {
        String violation = id == null ? field + " is missing" : StoredText.idViolation(field, id);
        if (violation != null) {
            refuse(field, "must be a product id of 1 to " + StoredText.LONGEST_ID + " characters");
        }
    }

    void requestId(String field, String requestId) {
        if (!requestId.isEmpty() && StoredText.idViolation(field, requestId) != null) {
            refuse(field, "must be the request id of an answer, or empty for why it is recommended now");
        }
    }

    void texts(String field, Collection<@Nullable String> texts) {
        if (texts.size() > MOST_ITEMS) {
            refuse(field, "must have at most " + MOST_ITEMS + " entries");
        }
        texts.stream().limit(MOST_ITEMS).forEach(text -> text(field, text == null ? "" : text));
    }

    void text(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            refuse(field, "must have at most " + LONGEST_TEXT + " characters");
        }
    }

    void prices(String minField, @Nullable BigDecimal min, String maxField, @Nullable BigDecimal max) {
        if (min != null && min.signum() < 0) {
            refuse(minField, "must not be negative");
        }
        if (max != null && max.signum() < 0) {
            refuse(maxField, "must not be negative");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            refuse(minField, "must not be greater than " + maxField);
        }
    }

    void share(String field, double share) {
        if (!(share >= 0 && share <= 1)) {
            refuse(field, "must be 0 to 1");
        }
    }

    void trend(String field, double trend) {
        if (!(trend >= 0 && trend <= MOST_TREND)) {
            refuse(field, "must be 0 to " + MOST_TREND);
        }
    }

    void cap(String field, int cap) {
        if (cap < 0) {
            refuse(field, "must not be negative; 0 leaves it to the placement");
        }
    }

    void attributes(String field, Map<String, @Nullable String> attributes) {
        if (attributes.size() > MOST_ITEMS) {
            refuse(field, "must have at most " + MOST_ITEMS + " entries");
        }
        attributes.forEach((name, value) -> {
            if (value == null) {
                refuse(field, "has no value for " + (name.length() > LONGEST_NAME ? "a name" : name));
            }
            text(field, name);
            text(field, value == null ? "" : value);
        });
    }

    /** What a storefront says of the visit: groups, and names that nothing depends on. */
    List<Group> groups(String field, Map<String, @Nullable String> context) {
        List<Group> groups = new ArrayList<>();
        new TreeMap<>(context)
                .forEach((name, value) -> Kind.of(name).ifPresent(kind -> {
                    Optional<Group> group = kind.group(value == null ? "" : value);
                    group.ifPresent(groups::add);
                    if (group.isEmpty()) {
                        refuse(field + "." + name, "must be " + kind.expected());
                    }
                }));
        return groups;
    }

    /** The names of a context that aren't groups. */
    static Set<String> unknown(Set<String> names) {
        return names.stream().filter(name -> Kind.of(name).isEmpty()).collect(Collectors.toSet());
    }

    /** The country that is asked for, if any. */
    List<Group> country(String field, String value) {
        Optional<Group> group = Kind.COUNTRY.group(value);
        if (!value.isBlank() && group.isEmpty()) {
            refuse(field, "must be " + Kind.COUNTRY.expected() + ", or empty for the whole shop");
        }
        return group.stream().toList();
    }

    /** Products that are asked for and ruled out at once leave nothing, whatever there is. */
    void contradiction(String wantedField, Set<String> wanted, String excludedField, Set<String> excluded) {
        if (!wanted.isEmpty() && excluded.containsAll(wanted)) {
            refuse(
                    wantedField,
                    "are all in " + excludedField + " too, so that nothing can be left; take some out of either");
        }
    }

    void millis(String field, long millis) {
        if (millis < 1 || millis > LONGEST_MILLIS) {
            refuse(field, "must be 1 to " + LONGEST_MILLIS + " milliseconds");
        }
    }

    /** The language of the reasons: English when none is named. */
    Locale locale(String field, String tag) {
        text(field, tag);
        return tag.isBlank() ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }
}
