package dev.aisle.ingest.settings.keys;

import dev.aisle.ingest.settings.keys.ChangeWriteKey.Target;
import dev.aisle.ingest.shared.identity.AuditTrail;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operator's pages of write keys: made, limited, given a new secret, revoked. A secret is shown once. */
@Path("/console/flow/keys")
@Changes("key")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class KeysConsole {
    private static final String HERE = "/console/flow/keys";

    private final Console console;
    private final CreateWriteKey createKey;
    private final ChangeWriteKey changeKey;
    private final WriteKeys keys;
    private final KeyAnswers answers;
    private final AuditTrail audit;

    KeysConsole(
            Console console,
            CreateWriteKey createKey,
            ChangeWriteKey changeKey,
            WriteKeys keys,
            KeyAnswers answers,
            AuditTrail audit) {
        this.console = console;
        this.createKey = createKey;
        this.changeKey = changeKey;
        this.keys = keys;
        this.answers = answers;
        this.audit = audit;
    }

    /**
     * One key with its form.
     *
     * @param theirs what another operator saved meanwhile; null when nobody did
     */
    record Page(
            WriteKeyView key,
            String version,
            Form form,
            @Nullable String theirs) {
        public boolean changes() {
            return key.source().equals("api") && key.revokedAt() == null;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<WriteKeyView> keys);

        static native TemplateInstance fresh(Form form);

        static native TemplateInstance key(Page page);

        static native TemplateInstance secret(WriteKeyView key);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response list() {
        return keys.known()
                ? console.page(
                        "flow_keys",
                        Templates.list(keys.all().stream().map(this::view).toList()))
                : KeyAnswers.unavailable();
    }

    @GET
    @Path("/new")
    @Consumes(MediaType.WILDCARD)
    public Response fresh() {
        return console.page("flow_key_new", Templates.fresh(Form.of(Map.of())));
    }

    @POST
    @Path("/new")
    public Response create(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        KeyKind kind = KeyKind.ofWireName(form.value("kind")).orElse(KeyKind.PUBLIC);
        KeyOutcome outcome = createKey.create(form.value("name").strip(), kind, settings(form));
        return switch (outcome) {
            case KeyOutcome.SecretMade made -> secret("write key made", made);
            case KeyOutcome.Invalid invalid ->
                console.invalid(
                        "flow_key_new",
                        Templates.fresh(form.with(List.of(
                                named(invalid.fault().field(), invalid.fault().message())))));
            case KeyOutcome.NameTaken taken ->
                console.invalid(
                        "flow_key_new",
                        Templates.fresh(form.with(
                                List.of(new FieldError("name", console.words().say("flow_key_taken", taken.name()))))));
            default -> answers.of(outcome, Response.Status.OK.getStatusCode());
        };
    }

    @GET
    @Path("/{name}")
    @Consumes(MediaType.WILDCARD)
    public Response key(@PathParam("name") String name) {
        if (!keys.known()) {
            return KeyAnswers.unavailable();
        }
        return keys.named(name)
                .map(key -> console.named(200, key.name(), Templates.key(page(key, form(key), key.version(), null))))
                .orElseGet(() -> Problems.notFound("write-key"));
    }

    @POST
    @Path("/{name}")
    public Response change(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String version = form.value("version");
        KeyOutcome outcome = changeKey.apply(new Target(name, version.isEmpty() ? null : version), settings(form));
        Optional<DoorKey> standing = keys.named(name);
        return switch (outcome) {
            case KeyOutcome.Changed _ -> {
                audit.note("write key changed", name);
                yield console.goTo(HERE + "/" + name, "flow_key_saved");
            }
            case KeyOutcome.Invalid invalid
            when standing.isPresent() ->
                console.invalid(
                        "flow_keys",
                        Templates.key(page(
                                standing.get(),
                                form.with(List.of(named(
                                        invalid.fault().field(), invalid.fault().message()))),
                                version,
                                null)));
            case KeyOutcome.Stale stale
            when standing.isPresent() ->
                console.conflict(
                        "flow_keys",
                        Templates.key(page(standing.get(), form, stale.version(), told(form(standing.get())))));
            default -> answers.of(outcome, Response.Status.OK.getStatusCode());
        };
    }

    @POST
    @Path("/{name}/rotate")
    public Response rotate(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String hours = form.value("hours").strip();
        if (!hours.matches("\\d{1,3}")) {
            return Problems.invalidField("hours", "expected a whole number of hours from 0 to 720");
        }
        KeyOutcome outcome = changeKey.rotate(
                new Target(name, form.value("version").isEmpty() ? null : form.value("version")),
                Duration.ofHours(Long.parseLong(hours)));
        return outcome instanceof KeyOutcome.SecretMade made
                ? secret("write key rotated", made)
                : answers.of(outcome, Response.Status.OK.getStatusCode());
    }

    @POST
    @Path("/{name}/revoke")
    public Response revoke(@PathParam("name") String name) {
        KeyOutcome outcome = changeKey.revoke(new Target(name, null));
        if (outcome instanceof KeyOutcome.Changed) {
            audit.note("write key revoked", name);
            return console.goTo(HERE + "/" + name, "flow_key_revoked");
        }
        return answers.of(outcome, Response.Status.OK.getStatusCode());
    }

    private Response secret(String action, KeyOutcome.SecretMade made) {
        audit.note(action, made.key().name());
        return console.page(
                "flow_key_secret",
                Templates.secret(
                        WriteKeyView.of(made.key(), keys.lastUsed(made.key().name()), made.secret())));
    }

    private Page page(DoorKey key, Form form, String version, @Nullable String theirs) {
        return new Page(view(key), version, form, theirs);
    }

    private WriteKeyView view(DoorKey key) {
        return WriteKeyView.of(key, keys.lastUsed(key.name()), null);
    }

    private static Form form(DoorKey key) {
        Map<String, String> values = new HashMap<>();
        values.put("origins", String.join("\n", key.key().getAllowedOriginsList()));
        values.put("eventsPerSecond", Long.toString(key.key().getEventsPerSecond()));
        values.put("burst", Long.toString(key.key().getBurst()));
        return Form.of(values);
    }

    private static String told(Form form) {
        return form.value("origins") + "\n" + form.value("eventsPerSecond") + " / " + form.value("burst");
    }

    private static KeySettings settings(Form form) {
        List<String> origins = form.value("origins")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Long perSecond = number(form.value("eventsPerSecond"));
        Long burst = number(form.value("burst"));
        return new KeySettings(
                origins, perSecond == null ? Long.valueOf(0) : perSecond, burst != null && burst == 0 ? null : burst);
    }

    /** Null where nothing stands, and -1, which no key takes, for what is no number. */
    private static @Nullable Long number(String text) {
        String plain = text.strip();
        return plain.isEmpty() ? null : plain.matches("\\d{1,9}") ? Long.valueOf(plain) : Long.valueOf(-1);
    }

    /** The page has one field for all origins. */
    private static FieldError named(String field, String message) {
        return new FieldError(field.startsWith("allowedOrigins") ? "origins" : field, message);
    }
}
