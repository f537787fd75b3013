package dev.aisle.privacy.shared.edge;

import dev.aisle.privacy.shared.people.SubjectReference;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A pseudonym or {@code type:value}. */
@Constraint(validatedBy = NamesSubject.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NamesSubject {
    String message() default "expected a pseudonym or type:value";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says what is wrong with the text, and never the text. */
    final class Check implements ConstraintValidator<NamesSubject, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            String problem = text == null ? null : SubjectReference.problemOf(text);
            if (problem == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(problem).addConstraintViolation();
            return false;
        }
    }
}
