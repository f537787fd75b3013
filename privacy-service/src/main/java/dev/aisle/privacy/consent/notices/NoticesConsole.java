package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.notices.Notices.NoticeRequest;
import dev.aisle.privacy.consent.notices.PublishNotice.Outcome;
import dev.aisle.privacy.shared.edge.LiveCheck;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people are told: the notices, and a new one, which shows first whose yes it ends. */
@Path("/console/privacy/notices")
@RunOnVirtualThread
@RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
@Changes("notice")
public class NoticesConsole {
    private static final String TITLE = "privacy_notices_title";
    private static final String NEW = "privacy_new_notice";
    private static final String OLDER = "older_";
    private static final String PURPOSE = "purpose_";

    private final Console console;
    private final PrivacyTabs tabs;
    private final PublishNotice publishNotice;
    private final CountOutdated countOutdated;
    private final Validator validator;
    private final LiveCheck liveCheck;

    NoticesConsole(
            Console console,
            PrivacyTabs tabs,
            PublishNotice publishNotice,
            CountOutdated countOutdated,
            Validator validator,
            LiveCheck liveCheck) {
        this.console = console;
        this.tabs = tabs;
        this.publishNotice = publishNotice;
        this.countOutdated = countOutdated;
        this.validator = validator;
        this.liveCheck = liveCheck;
    }

    /** A box to tick. */
    record Box(String name, String label, boolean on) {}

    /**
     * The form of a notice.
     *
     * @param older the notices that it can replace
     * @param ends roughly whose yes would end, by purpose; {@code null} before the dry run
     */
    record Draft(
            Form form,
            List<Box> older,
            List<Box> purposes,
            @Nullable List<Ends> ends) {
        public boolean asking() {
            return ends != null;
        }

        /** Everything typed, to be sent again with a yes. */
        public List<Map.Entry<String, String>> typed() {
            return form.values().entrySet().stream()
                    .filter(field -> !field.getKey().equals("sure"))
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
        }
    }

    /** How many people's yes to a purpose would end; {@code null}: nobody's, or fewer than may be told. */
    record Ends(String purposeKey, @Nullable Long about) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notices(
                List<Tab> tabs, List<Notice> notices, Map<String, String> replaced, boolean officer);

        static native TemplateInstance draft(List<Tab> tabs, Draft draft);
    }

    @GET
    public Response notices() {
        List<Notice> notices = publishNotice.all().reversed();
        return console.page(
                TITLE, Templates.notices(tabs.at(Page.NOTICES), notices, publishNotice.replacements(), tabs.officer()));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public Response form() {
        Map<String, String> usual = Map.of("language", "en", "validFor", "P12M");
        return console.page(NEW, draft(Form.of(usual), null));
    }

    private TemplateInstance draft(Form form, @Nullable List<Ends> ends) {
        List<Box> older = publishNotice.all().reversed().stream()
                .map(notice -> box(OLDER, notice.version(), notice.version(), form))
                .toList();
        List<Box> purposes = Arrays.stream(Purpose.values())
                .filter(purpose -> purpose != Purpose.NECESSARY)
                .map(purpose -> box(PURPOSE, purpose.wireName(), "privacy_purpose_" + purpose.wireName(), form))
                .toList();
        return Templates.draft(tabs.at(Page.NOTICES), new Draft(form, older, purposes, ends));
    }

    private static Box box(String prefix, String value, String label, Form form) {
        return new Box(prefix + value, label, form.value(prefix + value).equals("true"));
    }

    /** First without {@code sure}: the dry run. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public Response publish(MultivaluedMap<String, String> sent) {
        Form form = checked(Form.of(sent));
        if (!form.errors().isEmpty()) {
            return console.invalid(NEW, draft(form, null));
        }
        Map<Purpose, Set<String>> invalidates = invalidates(form);
        if (!form.value("sure").equals("true")) {
            return console.page(NEW, draft(form, ends(invalidates)));
        }
        NoticeRequest body = body(form);
        Notice notice = new Notice(
                form.value("version").strip(),
                body.language(),
                body.url() == null ? "" : body.url(),
                body.validFor() == null ? null : Period.parse(body.validFor()),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        return answer(form, publishNotice.publish(notice, invalidates, console.person()));
    }

    /** What would be refused; nothing is published. */
    @POST
    @Path("/new/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.PRIVACY_OFFICER)
    @ChangesNothing("it says what a form would be refused for")
    public Response check(MultivaluedMap<String, String> sent) {
        return liveCheck.answer(checked(Form.of(sent)));
    }

    private static NoticeRequest body(Form form) {
        return new NoticeRequest(
                form.value("language").strip(),
                emptyToNull(form.value("url").strip()),
                emptyToNull(form.value("validFor").strip()),
                ticked(form, OLDER),
                null);
    }

    private Form checked(Form form) {
        List<FieldError> errors = new ArrayList<>();
        if (!form.value("version").strip().matches(Notices.VERSION)) {
            errors.add(new FieldError("version", console.words().say("privacy_wrong_version")));
        }
        validator
                .validate(body(form))
                .forEach(wrong -> errors.add(new FieldError(
                        wrong.getPropertyPath().toString(),
                        console.words().say("privacy_wrong_notice_" + wrong.getPropertyPath()))));
        return form.with(errors);
    }

    private Response answer(Form form, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published _, Outcome.PublishedBefore _ ->
                console.goTo(Page.NOTICES.path(), "privacy_notice_published");
            case Outcome.AnotherText _ -> wrong(form, "version", "privacy_notice_taken");
            case Outcome.NoSuchNotice _ -> wrong(form, "version", "privacy_notice_itself");
        };
    }

    private Response wrong(Form form, String field, String key) {
        FieldError error = new FieldError(field, console.words().say(key));
        return console.invalid(NEW, draft(form.with(List.of(error)), null));
    }

    private List<Ends> ends(Map<Purpose, Set<String>> invalidates) {
        return invalidates.entrySet().stream()
                .map(ended -> new Ends(
                        "privacy_purpose_" + ended.getKey().wireName(),
                        countOutdated.about(ended.getKey(), ended.getValue()).orElse(null)))
                .toList();
    }

    /** Without a purpose all of them, as in the API. */
    private static Map<Purpose, Set<String>> invalidates(Form form) {
        Set<String> older = new TreeSet<>(ticked(form, OLDER));
        Map<Purpose, Set<String>> invalidates = new EnumMap<>(Purpose.class);
        if (!older.isEmpty()) {
            Set<Purpose> chosen = EnumSet.noneOf(Purpose.class);
            ticked(form, PURPOSE).forEach(name -> Purpose.ofWireName(name).ifPresent(chosen::add));
            (chosen.isEmpty() ? EnumSet.allOf(Purpose.class) : chosen)
                    .forEach(purpose -> invalidates.put(purpose, older));
        }
        return invalidates;
    }

    private static List<String> ticked(Form form, String prefix) {
        return form.values().entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(prefix) && field.getValue().equals("true"))
                .map(field -> field.getKey().substring(prefix.length()))
                .sorted()
                .toList();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
