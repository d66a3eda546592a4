package org.planlint.facts;

/**
 * An agency, told from others.
 *
 * @param key    its name in one form, with its parent's where that is known
 * @param common whether other bodies may bear the same name: a commune, a school or a division named without its parent
 */
public record Body(String key, boolean common) {
    /** The same name borne elsewhere is another body; the folder tells them apart. */
    public Body in(String folder) {
        return common ? new Body(key + " @ " + folder, false) : this;
    }
}
