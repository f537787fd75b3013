package dev.aisle.platform.placements;

import jakarta.inject.Singleton;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A placement of {@link Placements}, or none; the message names the nearest one. */
@Constraint(validatedBy = DeclaredPlacement.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface DeclaredPlacement {
    String message() default "is no placement of this shop";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks a name up. */
    @Singleton
    final class Check implements ConstraintValidator<DeclaredPlacement, String> {
        private final Placements placements;

        Check(Placements placements) {
            this.placements = placements;
        }

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            String violation = name == null ? null : placements.violation(name);
            if (violation == null) {
                return true;
            }
            // Of configured names alone: what a caller sends never becomes a template.
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(violation).addConstraintViolation();
            return false;
        }
    }
}
