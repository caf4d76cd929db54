"""Grows trees with LightGBM, and writes what it has learned as the tables that Sources/Tables/Trees.swift reads."""
import lightgbm
import numpy

SETTINGS = dict(
    objective="binary", learning_rate=0.02, num_leaves=8, min_data_in_leaf=40, feature_fraction=0.6, bagging_fraction=0.7, bagging_freq=1, lambda_l2=5, verbose=-1, seed=1,
    deterministic=True, force_row_wise=True, num_threads=2, use_missing=False,
)


def grow(rows, right, count):
    """Small and slow ones, for some thousand rows."""
    return lightgbm.train(SETTINGS, lightgbm.Dataset(rows, right), count)


def weighed(grow, rows, fold):
    """For each row the likelihood by trees of other folds; `grow` learns from the rows it is told."""
    said = numpy.zeros(len(fold))
    for one in sorted(set(fold)):
        said[fold == one] = grow(fold != one).predict(rows[fold == one])
    return said


def rows_of(node, names):
    """A tree's questions and answers, each question before those that it leads to."""
    if "leaf_value" in node:
        return [("-", node["leaf_value"], "-")]
    below, above = (rows_of(node[side], names) for side in ("left_child", "right_child"))
    return [(names[node["split_feature"]], node["threshold"], 1 + len(below))] + below + above


def write(path, model, names, about, signs):
    """A file of a model's trees, headed by what they are about and where their signs are told."""
    with open(path, "w", encoding="utf8") as file:
        file.write(f"# {about}\n")
        file.write(f"# A row asks whether a sign ({signs}) is at most the value: if so the next row goes on, if not the row so many on. Without a sign the value is the answer.\n")
        file.write("sign | value | above\n")
        for tree in model.dump_model()["tree_info"]:
            file.writelines(f"{sign} | {value:.5g} | {above}\n" for sign, value, above in rows_of(tree["tree_structure"], names))
