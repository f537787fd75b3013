package dev.aisle.privacy.shared.edge;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Says beside a form that somebody is typing into what would be refused. What wasn't typed yet isn't wrong yet. */
@ApplicationScoped
public class LiveCheck {
    private final Console console;

    LiveCheck(Console console) {
        this.console = console;
    }

    @CheckedTemplate(basePath = "privacy")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance checked(List<FieldError> wrong);
    }

    /** A piece of a page. */
    public Response answer(Form checked) {
        List<FieldError> wrong = checked.errors().stream()
                .filter(error -> !checked.value(error.field()).isBlank())
                .toList();
        return console.fragment(Templates.checked(wrong));
    }
}
