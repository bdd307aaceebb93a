package org.snn4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainingPlan;

class RecipesTest {
    static List<Recipe> recipes() {
        return Recipes.all();
    }

    @Test
    void namesDiffer() {
        assertThat(Recipes.all()).extracting(Recipe::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void nameEndsWithTheSize(Recipe recipe) {
        assertThat(recipe.name()).endsWith("-" + recipe.plan().model().neurons());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void recipeIsFoundByItsName(Recipe recipe) {
        assertThat(Recipes.named(recipe.name())).isSameAs(recipe);
    }

    @Test
    void unknownNameIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Recipes.named("diehl-cook-7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no recipe diehl-cook-7")
                .hasMessageContaining("diehl-cook-100, diehl-cook-400");
    }

    /** Oracle: what train does without a recipe. */
    @Test
    void recipeOfAModelIsWhatTrainUses() {
        DiehlAndCook2015 model = DiehlAndCook2015.recommended(7);
        assertThat(Recipe.of("mine", model).plan(3))
                .isEqualTo(TrainingPlan.of(model, Presentation.recommended(model), 3));
    }
}
