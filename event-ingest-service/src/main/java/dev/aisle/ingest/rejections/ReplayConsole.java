package dev.aisle.ingest.rejections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aisle.ingest.rejections.ListRejections.Query;
import dev.aisle.ingest.rejections.ReplayRejections.InvalidFix;
import dev.aisle.ingest.rejections.ReplayRejections.Order;
import dev.aisle.ingest.rejections.ReplayRejections.Report;
import dev.aisle.ingest.rejections.ReplayRejections.Unavailable;
import dev.aisle.ingest.rejections.mending.EventFix;
import dev.aisle.ingest.rejections.mending.FieldName;
import dev.aisle.ingest.shared.identity.AuditTrail;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operator's page where refused events are mended and sent in again: tried first, then done. */
@Path("/console/flow/refused/replay")
@Changes("replay")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class ReplayConsole {
    private static final int SHOWN_INVALID = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Console console;
    private final ListRejections listRejections;
    private final ReplayRejections replayRejections;
    private final AuditTrail audit;

    ReplayConsole(Console console, ListRejections listRejections, ReplayRejections replayRejections, AuditTrail audit) {
        this.console = console;
        this.listRejections = listRejections;
        this.replayRejections = replayRejections;
        this.audit = audit;
    }

    /**
     * The form in which events are mended.
     *
     * @param fields that the newest of these events has, without values
     * @param report what would happen, or happened; null before it was tried
     */
    record Mending(
            Chosen chosen,
            Form form,
            List<FieldName> fields,
            @Nullable Report report,
            boolean unavailable) {
        public List<ReplayRejections.StillInvalid> invalid() {
            return report == null
                    ? List.of()
                    : report.stillInvalid().stream().limit(SHOWN_INVALID).toList();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance replay(Mending page);
    }

    @GET
    public Response mend(@Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        Chosen chosen = Chosen.of(form);
        return console.page("flow_replay", Templates.replay(new Mending(chosen, form, fields(chosen), null, false)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replay(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Chosen chosen = Chosen.of(form);
        List<FieldError> errors = new ArrayList<>();
        EventFix fix = new EventFix(set(form.value("set"), errors), lines(form.value("remove")));
        if (!errors.isEmpty()) {
            return wrong(chosen, form.with(errors));
        }
        boolean dryRun = !form.value("action").equals("replay");
        return switch (replayRejections.replay(new Order(chosen.filter(), Set.of(), fix, dryRun))) {
            case InvalidFix invalid ->
                wrong(
                        chosen,
                        form.with(List.of(new FieldError(
                                invalid.fault().field().startsWith("fix.remove") ? "remove" : "set",
                                invalid.fault().field() + ": " + invalid.fault().message()))));
            case Unavailable _ ->
                console.page("flow_replay", Templates.replay(new Mending(chosen, form, fields(chosen), null, true)));
            case Report report -> {
                if (!report.dryRun()) {
                    audit.note("rejections replayed", report.replayed() + " events");
                }
                yield console.page(
                        "flow_replay", Templates.replay(new Mending(chosen, form, fields(chosen), report, false)));
            }
        };
    }

    private Response wrong(Chosen chosen, Form form) {
        return console.invalid("flow_replay", Templates.replay(new Mending(chosen, form, fields(chosen), null, false)));
    }

    private List<FieldName> fields(Chosen chosen) {
        return listRejections
                .list(new Query(chosen.filter(), true, null, 1))
                .flatMap(found -> found.page().values().stream().findFirst())
                .map(rejection -> FieldName.of(rejection.event().getEvent()))
                .orElse(List.of());
    }

    /** A line each: a path, an equals sign, and a value in JSON; what is no JSON is a text. */
    private Map<String, JsonNode> set(String text, List<FieldError> errors) {
        Map<String, JsonNode> set = new LinkedHashMap<>();
        for (String line : lines(text)) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                errors.add(new FieldError("set", console.words().say("flow_set_wrong", line)));
            } else {
                set.put(
                        line.substring(0, equals).strip(),
                        value(line.substring(equals + 1).strip()));
            }
        }
        return set;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            return read == null || read.isMissingNode() ? TextNode.valueOf(text) : read;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
