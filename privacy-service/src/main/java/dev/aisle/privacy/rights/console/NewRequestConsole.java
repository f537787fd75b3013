package dev.aisle.privacy.rights.console;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.export.PreviewErasure;
import dev.aisle.privacy.rights.export.PreviewErasure.Preview;
import dev.aisle.privacy.rights.request.domain.CorrectableField;
import dev.aisle.privacy.rights.request.domain.NewRequest;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.edge.RequestBody;
import dev.aisle.privacy.rights.request.edge.RequestReading;
import dev.aisle.privacy.rights.request.edge.RequestReading.Reading;
import dev.aisle.privacy.rights.request.usecase.RequestsConfig;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Accepted;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Outcome;
import dev.aisle.privacy.shared.calls.CallKey;
import dev.aisle.privacy.shared.edge.CallKeys;
import dev.aisle.privacy.shared.edge.LiveCheck;
import dev.aisle.privacy.shared.edge.PersonFields;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import dev.aisle.privacy.shared.people.SubjectReference;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Takes in a request that came by letter or by telephone. An erasure shows first what it would remove. */
@Path("/console/privacy/requests/new")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@Changes("request")
public class NewRequestConsole {
    private static final String TITLE = "privacy_new_request";

    private static final Set<String> NOTHING_CHOSEN = Set.of("purposes", "corrections");

    private final Console console;
    private final PrivacyTabs tabs;
    private final RequestReading reading;
    private final RequestsConfig config;
    private final SubmitRequest submitRequest;
    private final PreviewErasure previewErasure;
    private final Validator validator;
    private final LiveCheck liveCheck;

    NewRequestConsole(
            Console console,
            PrivacyTabs tabs,
            RequestReading reading,
            RequestsConfig config,
            SubmitRequest submitRequest,
            PreviewErasure previewErasure,
            Validator validator,
            LiveCheck liveCheck) {
        this.console = console;
        this.tabs = tabs;
        this.reading = reading;
        this.config = config;
        this.submitRequest = submitRequest;
        this.previewErasure = previewErasure;
        this.validator = validator;
        this.liveCheck = liveCheck;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance form(List<Tab> tabs, ConsoleNewRequest asked);

        static native TemplateInstance preview(List<Tab> tabs, ConsoleNewRequest asked);

        static native TemplateInstance accepted(List<Tab> tabs, Accepted accepted);
    }

    @GET
    public Response form(@RestQuery @Nullable String subject) {
        Map<String, String> known =
                subject == null ? Map.of() : Map.of("type", "pseudonym", "person", subject, "kind", "access");
        return console.page(TITLE, Templates.form(tabs.at(Page.REQUESTS), asked(Form.of(known), null)));
    }

    private ConsoleNewRequest asked(Form form, @Nullable Preview preview) {
        String key = form.value("key");
        return new ConsoleNewRequest(
                form,
                key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString(),
                List.copyOf(new TreeSet<>(config.deadlines().keySet())),
                preview);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        return switch (read(form)) {
            case Read.Wrong wrong -> again(wrong.form());
            case Read.Right right -> take(form, right.person(), right.request());
        };
    }

    /** What would be refused; nothing is taken in. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("it says what a form would be refused for")
    public Response check(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        return liveCheck.answer(read(form) instanceof Read.Wrong wrong ? wrong.form() : form);
    }

    /** What a form says. */
    private sealed interface Read {
        /** Something that can be asked for. */
        record Right(SubjectReference person, NewRequest request) implements Read {}

        /** Nothing; the form says where. */
        record Wrong(Form form) implements Read {}
    }

    private Read read(Form form) {
        List<FieldError> errors = new ArrayList<>();
        Optional<SubjectReference> person = PersonFields.reference(form, console.words(), errors);
        if (person.isEmpty()) {
            return new Read.Wrong(form.with(errors));
        }
        RequestBody body = body(form);
        validator
                .validate(body)
                .forEach(wrong ->
                        errors.add(new FieldError(wrong.getPropertyPath().toString(), wrong.getMessage())));
        if (!errors.isEmpty()) {
            return new Read.Wrong(form.with(errors));
        }
        return switch (reading.read(body)) {
            case Reading.Refused refused -> new Read.Wrong(inWords(form.with(refused.answer())));
            case Reading.Understood(NewRequest request) -> new Read.Right(person.get(), request);
        };
    }

    private Response take(Form form, SubjectReference person, NewRequest request) {
        if (request.type() == RequestType.ERASURE && !form.value("sure").equals("true")) {
            return previewErasure
                    .of(person)
                    .map(preview ->
                            console.page(TITLE, Templates.preview(tabs.at(Page.REQUESTS), asked(form, preview))))
                    .orElseGet(() -> unknownAddress(form));
        }
        CallKey key = new CallKey(
                console.person(),
                "POST /console/privacy/requests/new",
                asked(form, null).key());
        return switch (submitRequest.submit(request, key)) {
            case Outcome.Begun begun -> accepted(begun.request());
            case Outcome.BegunBefore before -> accepted(before.request());
            case Outcome.KeyOfAnother _ -> CallKeys.keyOfAnother();
            case Outcome.UnknownAddress _ -> unknownAddress(form);
        };
    }

    private Response unknownAddress(Form form) {
        return again(form.with(List.of(new FieldError("person", console.words().say("privacy_unknown_address")))));
    }

    /** A one-time code is told once; without one it goes on to the request. */
    private Response accepted(Accepted accepted) {
        return accepted.oneTimeCode() == null
                ? console.goTo(Page.REQUESTS.path() + "/" + accepted.id(), "privacy_taken_in")
                : console.page("privacy_taken_in", Templates.accepted(tabs.at(Page.REQUESTS), accepted));
    }

    /** What is missing, in the officer's language; what is wrong with one value stays as the API says it. */
    private Form inWords(Form form) {
        return form.with(form.errors().stream()
                .map(error -> NOTHING_CHOSEN.contains(error.field())
                        ? new FieldError(error.field(), console.words().say("privacy_wrong_" + error.field()))
                        : error)
                .toList());
    }

    private Response again(Form form) {
        return console.invalid(TITLE, Templates.form(tabs.at(Page.REQUESTS), asked(form, null)));
    }

    private static RequestBody body(Form form) {
        String type = form.value("type");
        String person = form.value("person").strip();
        List<String> purposes = Arrays.stream(Purpose.values())
                .map(Purpose::wireName)
                .filter(name -> form.value(ConsoleNewRequest.PURPOSE + name).equals("true"))
                .toList();
        Map<String, String> corrections = new HashMap<>();
        for (CorrectableField field : CorrectableField.values()) {
            String value =
                    form.value(ConsoleNewRequest.CORRECTION + field.fieldName()).strip();
            if (!value.isEmpty()) {
                corrections.put(field.fieldName(), value);
            }
        }
        String days = form.value("undoDays");
        boolean later = days.matches("[1-9]\\d?");
        return new RequestBody(
                type.equals("pseudonym") ? person : type + ":" + person,
                form.value("kind"),
                emptyToNull(form.value("regulation")),
                emptyToNull(form.value("verification")),
                purposes.isEmpty() ? null : purposes,
                corrections.isEmpty() ? null : corrections,
                later ? ConsoleNewRequest.began(form).plus(Duration.ofDays(Long.parseLong(days))) : null);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
