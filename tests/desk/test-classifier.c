/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-classifier.h"

#define LIFT 11
#define LEAK 22
#define NOISE 33

static const BhSample samples[] = {
  { "电梯困人", "二单元电梯停在三楼，里面有人", LIFT },
  { "电梯按键失灵", NULL, LIFT },
  { "电梯运行有异响", "上下时有很大的响声", LIFT },
  { "客梯停运没有人来修", NULL, LIFT },
  { "电梯门关不上", NULL, LIFT },
  { "厨房水管漏水", "水流到楼下", LEAK },
  { "卫生间天花板渗水", NULL, LEAK },
  { "阳台下水管漏水", NULL, LEAK },
  { "楼顶漏水到卧室", "下雨就漏", LEAK },
  { "水表前的阀门滴水", NULL, LEAK },
  { "楼上深夜噪音", "每天十二点还在拖椅子", NOISE },
  { "装修噪音扰民", NULL, NOISE },
  { "广场舞声音太大", "晚上十点还在跳", NOISE },
  { "邻居的狗整夜叫", NULL, NOISE },
  { "楼下商铺音响噪音大", NULL, NOISE },
};

static BhClassifier *
train (void)
{
  g_autoptr (GError) error = NULL;
  BhClassifier *model = bh_classifier_train (samples, G_N_ELEMENTS (samples), NULL, &error);

  g_assert_no_error (error);

  return model;
}

static gint64
guess (BhClassifier *model, const char *summary, const char *description)
{
  BhGuess first;

  return bh_classifier_guess (model, summary, description, &first, 1) > 0 ? first.label : 0;
}

static void
test_new_texts (void)
{
  g_autoptr (BhClassifier) model = train ();

  g_assert_cmpuint (bh_classifier_get_n_samples (model), ==, G_N_ELEMENTS (samples));
  g_assert_cmpuint (bh_classifier_get_n_labels (model), ==, 3);
  g_assert_cmpint (guess (model, "三号楼电梯又停了", NULL), ==, LIFT);
  g_assert_cmpint (guess (model, "洗手间的天花板漏水", NULL), ==, LEAK);
  g_assert_cmpint (guess (model, NULL, "隔壁装修，周末早上噪音很大"), ==, NOISE);
  g_assert_cmpint (guess (model, "请问", "楼顶漏水什么时候修"), ==, LEAK);
}

static void
test_confidence (void)
{
  g_autoptr (BhClassifier) model = train ();
  BhGuess guesses[5];
  double sum = 0;

  g_assert_cmpuint (bh_classifier_guess (model, "电梯困人", NULL, guesses, 5), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (guesses[i].confidence, >, 0);
      g_assert_cmpfloat (guesses[i].confidence, <, 1);
      g_assert_true (i == 0 || guesses[i].confidence <= guesses[i - 1].confidence);
      sum += guesses[i].confidence;
    }
  g_assert_cmpfloat (sum, <=, 1);
  g_assert_cmpuint (bh_classifier_guess (model, "电梯困人", NULL, guesses, 2), ==, 2);
}

/* A text of which nothing is known is not guessed at. */
static void
test_unknown (void)
{
  g_autoptr (BhClassifier) model = train ();
  g_autoptr (BhClassifier) empty = bh_classifier_train (NULL, 0, NULL, NULL);
  BhGuess first;

  g_assert_cmpuint (bh_classifier_guess (model, "13800138000", "", &first, 1), ==, 0);
  g_assert_cmpuint (bh_classifier_guess (model, NULL, NULL, &first, 1), ==, 0);
  g_assert_cmpuint (bh_classifier_guess (empty, "电梯困人", NULL, &first, 1), ==, 0);
  g_assert_cmpuint (bh_classifier_get_n_labels (empty), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (BhClassifier) model = train ();
  const char *text = "王女士说电梯坏了，请尽快";
  g_auto (GStrv) lift = bh_classifier_explain (model, text, NULL, LIFT, 3);
  g_auto (GStrv) nothing = bh_classifier_explain (model, "13800138000", NULL, LIFT, 3);
  g_auto (GStrv) unknown = bh_classifier_explain (model, text, NULL, 44, 3);

  g_assert_cmpstr (lift[0], ==, "电梯");
  g_assert_cmpuint (g_strv_length (lift), <=, 3);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
}

/* The same texts give the same numbers, to the last bit. */
static void
test_deterministic (void)
{
  g_autoptr (BhClassifier) one = train ();
  g_autoptr (BhClassifier) other = train ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      BhGuess a[3], b[3];

      g_assert_cmpuint (bh_classifier_guess (one, samples[i].summary, NULL, a, 3), ==, 3);
      g_assert_cmpuint (bh_classifier_guess (other, samples[i].summary, NULL, b, 3), ==, 3);
      g_assert_cmpmem (a, sizeof a, b, sizeof b);
    }
}

/* Of what is plain in hundreds of texts it is sure; where half of them are labelled otherwise, not.
 */
static void
test_calibration (void)
{
  g_autoptr (GArray) many = g_array_new (FALSE, FALSE, sizeof (BhSample));
  g_autoptr (BhClassifier) model = NULL;
  BhGuess sure, unsure;

  for (guint i = 0; i < 400; i++)
    {
      BhSample plain = samples[i % G_N_ELEMENTS (samples)];
      BhSample vague = { "门口有东西", NULL, i % 2 == 0 ? LIFT : NOISE };

      g_array_append_val (many, plain);
      g_array_append_val (many, vague);
    }
  model = bh_classifier_train ((BhSample *) (gpointer) many->data, many->len, NULL, NULL);

  g_assert_cmpuint (bh_classifier_guess (model, "卫生间天花板渗水", NULL, &sure, 1), ==, 1);
  g_assert_cmpuint (bh_classifier_guess (model, "门口有东西", NULL, &unsure, 1), ==, 1);
  g_assert_cmpint (sure.label, ==, LEAK);
  g_assert_cmpfloat (sure.confidence, >, 0.9);
  g_assert_cmpfloat (unsure.confidence, <, 0.7);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bh_classifier_train (samples, G_N_ELEMENTS (samples), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classifier/new-texts", test_new_texts);
  g_test_add_func ("/classifier/confidence", test_confidence);
  g_test_add_func ("/classifier/unknown", test_unknown);
  g_test_add_func ("/classifier/words", test_words);
  g_test_add_func ("/classifier/deterministic", test_deterministic);
  g_test_add_func ("/classifier/calibration", test_calibration);
  g_test_add_func ("/classifier/cancelled", test_cancelled);

  return g_test_run ();
}
