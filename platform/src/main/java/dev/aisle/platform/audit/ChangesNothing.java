package dev.aisle.platform.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a writing route whose calls by staff are not recorded, and says why: it answers a question, or is a feed of the shop's machines. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ChangesNothing {
    /** Returns the reason, for whoever reviews. */
    String value();
}
