package dev.aisle.privacy.shared.edge;

import dev.aisle.algorithms.privacy.Pseudonym;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A pseudonym, for paths: an identifier in an address ends in somebody's log. */
@Constraint(validatedBy = IsPseudonym.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface IsPseudonym {
    String message() default "expected p1.<keyId>.<32 characters of base64url>; identifiers don't go into addresses";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with the form; whether anybody has this pseudonym doesn't matter. */
    final class Check implements ConstraintValidator<IsPseudonym, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || Pseudonym.isPseudonym(text);
        }
    }
}
