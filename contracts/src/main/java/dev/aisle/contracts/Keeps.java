package dev.aisle.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something that a class keeps beyond a call, in memory or in files. A rule of the tests finds whoever keeps without saying so; one of both is said. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Keeps {
    /** What of persons it keeps, and how that goes after an erasure. */
    String ofPersons() default "";

    /** What it keeps, when none of it is about a person. */
    String ofNobody() default "";
}
