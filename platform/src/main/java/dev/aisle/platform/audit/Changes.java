package dev.aisle.platform.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what the writing routes of a resource, or one of them, change: {@code @Changes("flag")}. A call of staff that wrote something is recorded as {@code
 * flag.changed}, in the transaction that wrote it. The nearest one counts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Changes {
    /** Returns the noun: letters only. privacy-service takes those that it knows. */
    String value();
}
