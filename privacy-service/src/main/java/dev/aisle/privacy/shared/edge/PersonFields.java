package dev.aisle.privacy.shared.edge;

import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.privacy.shared.people.SubjectReference;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;

/** The fields by which an officer names a person and says why: {@code type}, {@code person}, {@code reason}, {@code file}. */
public final class PersonFields {
    /** What a person can be named by. */
    private static final List<String> TYPES = List.of("customer_id", "email", "phone", "anonymous_id", "pseudonym");
    /** Why an officer looks. They are codes, so that no name gets into the log with them. */
    private static final List<String> REASONS =
            List.of("data-subject-request", "complaint", "authority", "incident", "support", "audit");

    private static final String FILE = "[A-Za-z0-9][A-Za-z0-9./_-]{0,39}";

    private PersonFields() {}

    /** What can be chosen, and the key of its name. */
    @TemplateData
    public record Choice(String value, String key) {
        /** Choices whose keys begin alike. */
        public static List<Choice> of(String prefix, List<String> values) {
            return values.stream()
                    .map(value -> new Choice(value, prefix + value.replace('-', '_')))
                    .toList();
        }
    }

    /** What a person can be named by. */
    public static List<Choice> types() {
        return Choice.of("privacy_type_", TYPES);
    }

    /** Why an officer looks. */
    public static List<Choice> reasons() {
        return Choice.of("privacy_why_", REASONS);
    }

    /** Whom the form names; empty with an error when nobody. */
    public static Optional<SubjectReference> reference(Form form, Words words, List<FieldError> errors) {
        String type = form.value("type");
        String text = form.value("person").strip();
        if (!TYPES.contains(type)) {
            errors.add(new FieldError("type", words.say("privacy_wrong_type")));
            return Optional.empty();
        }
        boolean pseudonym = type.equals("pseudonym");
        String reference = pseudonym ? text : type + ":" + text;
        boolean fits = SubjectReference.problemOf(reference) == null
                && pseudonym == (SubjectReference.of(reference) instanceof SubjectReference.ByPseudonym);
        if (!fits) {
            errors.add(new FieldError("person", words.say("privacy_wrong_" + type)));
            return Optional.empty();
        }
        return Optional.of(SubjectReference.of(reference));
    }

    /** Why, as the log has it: the reason and the number of the file. Empty with an error when the form doesn't say. */
    public static Optional<String> reason(Form form, Words words, List<FieldError> errors) {
        String reason = form.value("reason");
        String file = form.value("file").strip();
        if (!REASONS.contains(reason)) {
            errors.add(new FieldError("reason", words.say("privacy_wrong_reason")));
            return Optional.empty();
        }
        if (!file.isEmpty() && !file.matches(FILE)) {
            errors.add(new FieldError("file", words.say("privacy_wrong_file")));
            return Optional.empty();
        }
        return Optional.of(file.isEmpty() ? reason : reason + " " + file);
    }
}
