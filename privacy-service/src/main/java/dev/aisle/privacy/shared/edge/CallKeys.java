package dev.aisle.privacy.shared.edge;

import dev.aisle.platform.problem.Problems;
import dev.aisle.privacy.shared.calls.CallKey;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}. */
public final class CallKeys {
    public static final String HEADER = "Idempotency-Key";

    private CallKeys() {}

    /** 1 to 255 visible characters. */
    @Pattern(regexp = "[\\x21-\\x7E]{1,255}", message = "expected 1 to 255 visible ASCII characters")
    @Constraint(validatedBy = {})
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface WellFormed {
        String message() default "expected 1 to 255 visible ASCII characters";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** The call that this header makes unique; {@code null} without the header. */
    public static @Nullable CallKey of(SecurityContext caller, String operation, @Nullable String header) {
        return header == null ? null : new CallKey(caller.getUserPrincipal().getName(), operation, header);
    }

    /** The answer when the key was used with another body. */
    public static Response keyOfAnother() {
        return Problems.conflict(
                "idempotency-key-reused", HEADER + " was used with another body. Send a new key, or the first body.");
    }
}
